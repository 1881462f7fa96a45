//! Solvers that know nothing of the rule: the most lines that can be served, and the greatest sum of scores.
//!
//! Lines of one cut and product only fit piles of the same, so each cut and product is solved by itself.

use std::collections::BTreeMap;

use gabentisch::domain::allocation::Line;
use pathfinding::directed::edmonds_karp::{SparseCapacity, edmonds_karp};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::town::{PILES, SIZES};

/// The most of these lines that can be served from this stock, by maximum flow.
pub fn most<'a>(lines: impl Iterator<Item = &'a Line>, stock: &[usize]) -> usize {
    let mut alike: BTreeMap<&[usize], i64> = BTreeMap::new();
    for line in lines {
        *alike.entry(&line.fits).or_default() += 1;
    }
    let of_group = |group: usize| {
        let (source, sink) = (usize::MAX, usize::MAX - 1);
        let mut vertices = vec![source, sink];
        let mut pipes = Vec::new();
        for pile in group * SIZES..(group + 1) * SIZES {
            vertices.push(pile);
            pipes.push(((pile, sink), stock[pile] as i64));
        }
        let here = alike.iter().filter(|(fits, _)| fits[0] / SIZES == group);
        for (number, (fits, count)) in here.enumerate() {
            let class = PILES + number;
            vertices.push(class);
            pipes.push(((source, class), *count));
            pipes.extend(fits.iter().map(|pile| ((class, *pile), *count)));
        }
        let (_, flow, _) = edmonds_karp::<_, _, _, SparseCapacity<i64>>(&vertices, &source, &sink, pipes);
        usize::try_from(flow).unwrap_or_default()
    };
    (0..PILES / SIZES).map(of_group).sum()
}

/// The choice with the greatest sum of points, each line with those that it has now, by the Hungarian method: line and pile.
pub fn greatest_sum(lines: &[(usize, &Line, u16)], stock: &[usize]) -> Vec<(usize, usize)> {
    (0..PILES / SIZES).flat_map(|group| greatest_sum_of(group, lines, stock)).collect()
}

fn greatest_sum_of(group: usize, lines: &[(usize, &Line, u16)], stock: &[usize]) -> Vec<(usize, usize)> {
    let mut lines: Vec<_> = lines.iter().filter(|(_, line, _)| line.fits[0] / SIZES == group).collect();
    lines.sort_by_key(|(_, _, points)| std::cmp::Reverse(*points));
    let piles = group * SIZES..(group + 1) * SIZES;
    // No more pieces than lines that fit them, and of lines that are alike no more than pieces: the others cannot matter.
    let wanted = |pile: usize| lines.iter().filter(|(_, line, _)| line.fits.contains(&pile)).count();
    let pieces: Vec<usize> = piles.flat_map(|pile| std::iter::repeat_n(pile, stock[pile].min(wanted(pile)))).collect();
    if pieces.is_empty() {
        return Vec::new();
    }
    let mut alike: BTreeMap<&[usize], usize> = BTreeMap::new();
    lines.retain(|(_, line, _)| {
        let count = alike.entry(&line.fits).or_default();
        *count += 1;
        *count <= pieces.len()
    });
    let columns = lines.len().max(pieces.len());
    // One more for each line, so that a line without points is served too.
    let points = Matrix::from_fn(pieces.len(), columns, |(piece, line)| match lines.get(line) {
        Some((_, line, points)) if line.fits.contains(&pieces[piece]) => 1000 * i64::from(*points) + 1,
        _ => 0,
    });
    let (_, chosen) = kuhn_munkres(&points);
    let given = |(piece, column): (usize, usize)| {
        let (number, line, _) = lines.get(column)?;
        line.fits.contains(&pieces[piece]).then_some((*number, pieces[piece]))
    };
    chosen.into_iter().enumerate().filter_map(given).collect()
}
