"""Runs our reader, zxing-cpp and zbar over the same pictures, one after the other, and prints one table.

Started by tests/bench/decode, which installs and builds what this needs. Times are on the clock and of looking alone: ours
is what `gabentisch decode --json` says it took, theirs is the call with a grey picture that is already in memory.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass, field
from importlib.metadata import version

import numpy
import zxingcpp
from PIL import Image, ImageOps
from pyzbar import pyzbar

# What a QR code without a declared encoding may have meant, and what a reader may have taken it for.
TAKEN_FOR = ("latin-1", "cp1252", "cp437")
MEANT = ("utf-8", "shift_jis", "cp932", "gb18030", "latin-1", "cp1252", "cp1251", "euc_kr", "big5")
SEPARATOR = "\x1e"


@dataclass
class Picture:
    path: str
    name: str
    group: str
    texts: list  # what its codes say; empty: it has none


@dataclass
class Score:
    """What one reader did with one picture."""

    picture: Picture
    texts: list
    took_ms: float
    stages: list = field(default_factory=list)  # of ours: the stage that read each text
    right: int = field(init=False)
    wrong: int = field(init=False)

    def __post_init__(self):
        truths = [meanings(text) for text in self.picture.texts]
        read = [meanings(text) for text in self.texts if text]
        self.right = sum(any(truth & text for text in read) for truth in truths)
        self.wrong = sum(not any(truth & text for truth in truths) for text in read)


def tidy(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff\x1d")
    return unicodedata.normalize("NFC", text).strip()


def meanings(text):
    """The text, and the texts that the same bytes are in other encodings."""
    found = {tidy(text)}
    for taken in TAKEN_FOR + ("shift_jis", "utf-8", "gb18030"):
        try:
            data = text.encode(taken)
        except UnicodeEncodeError:
            continue
        for meant in MEANT if taken in TAKEN_FOR else ("latin-1",):
            try:
                found.add(tidy(data.decode(meant)))
            except UnicodeDecodeError:
                pass
    return found


def unescaped(text):
    plain, signs = [], iter(text)
    for sign in signs:
        if sign == "\\":
            follower = next(signs, "")
            sign = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}.get(follower, "\\" + follower)
        plain.append(sign)
    return "".join(plain)


def pictures_of(folder):
    """The pictures that the folder's truth.tsv names; those with an unknown text (?) are left out."""
    found = []
    with open(os.path.join(folder, "truth.tsv"), encoding="utf-8", newline="\n") as lines:
        for line in lines:
            name, _, text = line.rstrip("\n").partition("\t")
            if text == "?" or not name:
                continue
            texts = [unescaped(part) for part in text.split(SEPARATOR) if part]
            group = os.path.join(os.path.basename(os.path.normpath(folder)), os.path.dirname(name))
            found.append(Picture(os.path.join(folder, name), name, group.rstrip("/"), texts))
    return found


def grey(path):
    """The upright grey picture, transparent parts white, as our reader opens it."""
    picture = ImageOps.exif_transpose(Image.open(path))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
    return numpy.asarray(picture.convert("L"))


def ours(program, pictures, budget_ms, *options):
    """One score for each picture; a picture that could not be opened has no text and took no time."""
    command = [program, "decode", "--json", *options]
    if budget_ms:
        command += ["--budget-ms", str(budget_ms)]
    said = {}
    for start in range(0, len(pictures), 500):
        files = [picture.path for picture in pictures[start : start + 500]]
        done = subprocess.run(command + files, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{program} ended with {done.returncode} on one of {files[0]} … {files[-1]}")
        for line in done.stdout.decode("utf-8").splitlines():
            line = json.loads(line)
            texts, stages = ([code[what] for code in line["codes"]] for what in ("text", "stage"))
            said[line["file"]] = (texts, line["took_ms"], stages)
    unread = [picture.name for picture in pictures if picture.path not in said]
    if unread:
        print(f"Not opened by ours: {', '.join(unread)}", file=sys.stderr)
    return [Score(picture, *said.get(picture.path, ([], 0.0, []))) for picture in pictures]


def zxing(pixels):
    qr, plain = zxingcpp.BarcodeFormat.QRCode, zxingcpp.TextMode.Plain
    return [code.text for code in zxingcpp.read_barcodes(pixels, formats=qr, text_mode=plain)]


def zbar(pixels):
    codes = pyzbar.decode(pixels, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [code.data.decode("utf-8", errors="surrogateescape") for code in codes]


def theirs(read, pictures):
    scores = []
    for picture in pictures:
        pixels = grey(picture.path)
        start = time.perf_counter()
        texts = read(pixels)
        took = (time.perf_counter() - start) * 1000
        scores.append(Score(picture, [text.encode("utf-8", "replace").decode() for text in texts], took))
    return scores


def part(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


HEADS = ["reader", "codes read", "rate", "× zxing", "× zbar", "wrong", "false"]
HEADS += ["median", "p95", "longest", "empty", "empty p95"]


def row(name, scores, budget_ms, rates):
    """`rates` are those of zxing-cpp and zbar."""
    filled = [score for score in scores if score.picture.texts]
    empty = [score for score in scores if not score.picture.texts]
    codes, right = sum(len(score.picture.texts) for score in filled), sum(score.right for score in filled)
    rate = right / codes if codes else float("nan")
    longest = max(score.took_ms for score in scores)
    late = "!" if budget_ms and longest > 1.1 * budget_ms else ""
    ratios = [f"{rate / other:.2f}" if other else "" for other in rates]
    with_code, without = [score.took_ms for score in filled], [score.took_ms for score in empty]
    numbers = [part(with_code, 0.5), part(with_code, 0.95), longest, part(without, 0.5), part(without, 0.95)]
    numbers = ["" if number != number else f"{number:.1f}" for number in numbers]
    numbers[2] = late + numbers[2]
    wrong, false = sum(score.wrong for score in filled), sum(score.wrong for score in empty)
    return [name, f"{right}/{codes}", f"{100 * rate:.1f} %" if codes else "", *ratios, str(wrong), str(false), *numbers]


def rate_of(scores):
    codes = sum(len(score.picture.texts) for score in scores)
    return sum(score.right for score in scores) / codes if codes else 0


def show(title, results):
    others = [rate_of(scores) for name, _, scores in results if not name.startswith("ours")]
    rows = [HEADS] + [row(name, scores, budget, (others + [0, 0])[:2]) for name, budget, scores in results]
    widths = [max(len(line[column]) for line in rows) for column in range(len(HEADS))]
    print(f"\n{title}")
    for line in rows:
        cells = [line[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def show_stages(scores):
    """Which stage reads how much: of the pictures with one code, with the last budget."""
    single = [score for score in scores if len(score.picture.texts) == 1 and score.right and score.stages]
    print("\nPictures with one code by the stage that reads it; time of the whole look")
    for stage in sorted({score.stages[0] for score in single}, key=lambda stage: part(took(single, stage), 0.5)):
        times = took(single, stage)
        print(f"{stage:14s} {len(times):5d}  {100 * len(times) / len(single):5.1f} %  median {part(times, 0.5):7.1f} ms")


def took(scores, stage):
    return [score.took_ms for score in scores if score.stages[0] == stage]


def show_frames(scores):
    """The quick looks at a picture of a camera that shows no code: what a live search pays for each frame."""
    frames = [score for score in scores if not score.picture.texts and Image.open(score.picture.path).size == (640, 480)]
    if frames:
        times = [score.took_ms for score in frames]
        numbers = f"median {part(times, 0.5):.1f}, p95 {part(times, 0.95):.1f}, longest {max(times):.1f} ms"
        print(f"\n{len(frames)} pictures of 640 × 480 without a code, quick looks only: {numbers}")


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/decode", description=__doc__.partition("\n\n")[0])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="pictures with a truth.tsv; none: photos are made")
    parser.add_argument("--seed", type=int, default=1, help="of the photos that are made (1)")
    parser.add_argument("--labels", type=int, default=300, help="how many photos of one label are made (300)")
    parser.add_argument("--empty", type=int, default=40, help="how many pictures without a code are made (40)")
    parser.add_argument("--tables", type=int, default=0, help="how many photos of a table with 30 labels are made (0)")
    parser.add_argument("--budgets", default="150,1000,0", help="ours, in ms; 0: the command's own (150,1000,0)")
    parser.add_argument("--groups", action="store_true", help="a table for each folder too")
    parser.add_argument("--misses", action="store_true", help="list what our reader missed with the last budget")
    for place in ("--program", "--generator", "--scratch"):
        parser.add_argument(place, required=True, help=argparse.SUPPRESS)
    args = parser.parse_args()

    folders = args.folders
    if not folders:
        folder = os.path.join(args.scratch, f"labels-{args.seed}")
        shutil.rmtree(folder, ignore_errors=True)
        counts = [str(args.labels), str(args.seed), "--empty", str(args.empty), "--tables", str(args.tables)]
        print(f"Making {args.labels} + {args.empty} + {args.tables} photos of seed {args.seed}", file=sys.stderr)
        subprocess.run([args.generator, folder, *counts], check=True)
        folders = [folder]
    pictures = [picture for folder in folders for picture in pictures_of(folder)]
    if not pictures:
        sys.exit("No pictures: is truth.tsv empty?")

    budgets = [int(budget) for budget in args.budgets.split(",") if budget]
    frames = ours(args.program, pictures, 0, "--frame")
    results = [("ours, frame", 0, frames)]
    for budget in budgets:
        name = f"ours, {budget} ms" if budget else "ours, no limit"
        results.append((name, budget, ours(args.program, pictures, budget)))
    results.append((f"zxing-cpp {version('zxing-cpp')}", 0, theirs(zxing, pictures)))
    results.append(("zbar", 0, theirs(zbar, pictures)))

    if args.groups:
        for group in sorted({picture.group for picture in pictures}):
            show(group, [(n, b, [score for score in s if score.picture.group == group]) for n, b, s in results])
    filled = sum(bool(picture.texts) for picture in pictures)
    show(f"{filled} pictures with a code and {len(pictures) - filled} without; times in ms of looking", results)
    print("wrong: texts that are not on their picture; false: texts on pictures without a code (empty)")
    print("!: over the budget by more than 10 %")
    show_frames(frames)
    if budgets:
        show_stages(results[len(budgets)][2])
    if args.misses and budgets:
        for score in results[len(budgets)][2]:
            if score.right < len(score.picture.texts) or score.wrong:
                print(f"{score.picture.path}\t{score.right}/{len(score.picture.texts)}\t{score.texts}")


if __name__ == "__main__":
    main()
