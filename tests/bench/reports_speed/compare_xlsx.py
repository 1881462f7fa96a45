"""An Excel file of 100,000 rows and 12 columns: ours, openpyxl (write-only) and XlsxWriter (constant memory), each in a
process of its own with the same rows. Prints seconds of CPU and clock, peak memory and size, and how many times ours each
needs; then reads ours back with openpyxl, cell by cell."""
import os
import subprocess
import sys
import time

ROWS = 100_000
program, folder = sys.argv[1:3]

ROW = """
import datetime, sys
def rows():
    first = datetime.date(2026, 1, 1)
    for n in range(%d):
        day = first + datetime.timedelta(days=n %% 365)
        yield [f"Spender {n %% 5000}", day, f"S{n:09}", f"2026-{n}", "Winterjacken, neu, mit Etikett", n %% 97, n * 7 %% 100000 / 100,
               n * 3 %% 10000 / 100, n * 10 %% 110000 / 100, "angenommen", n %% 12, n %% 100 / 100]
""" % ROWS
# The most memory that a process held, as it says itself: what wait4 tells holds that of this script too.
PEAK = """
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
OPENPYXL = ROW + """
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
book = Workbook(write_only=True)
sheet = book.create_sheet("Bericht")
sheet.freeze_panes = "A2"
def cell(value, form):
    made = WriteOnlyCell(sheet, value=value)
    made.number_format = form
    return made
for r in rows():
    sheet.append([r[0], cell(r[1], "dd.mm.yyyy"), r[2], r[3], r[4], cell(r[5], "#,##0"), cell(r[6], "#,##0.00"), cell(r[7], "#,##0.00"),
                  cell(r[8], "#,##0.00"), r[9], cell(r[10], "#,##0"), cell(r[11], "0%")])
book.save(sys.argv[1])
""" + PEAK
XLSXWRITER = ROW + """
import xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1], {"constant_memory": True})
sheet = book.add_worksheet("Bericht")
sheet.freeze_panes(1, 0)
day, whole, money, percent = (book.add_format({"num_format": f}) for f in ("dd.mm.yyyy", "#,##0", "#,##0.00", "0%"))
forms = [None, day, None, None, None, whole, money, money, money, None, whole, percent]
for n, r in enumerate(rows(), 1):
    for c, (value, form) in enumerate(zip(r, forms)):
        if isinstance(value, str): sheet.write_string(n, c, value)
        elif c == 1: sheet.write_datetime(n, c, value, form)
        else: sheet.write_number(n, c, value, form)
book.close()
""" + PEAK


def measured(command):
    """Seconds of CPU and of the clock, and peak memory in MiB, of one process."""
    begun, before = time.perf_counter(), os.times()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    wall, after = time.perf_counter() - begun, os.times()
    if done.returncode:
        sys.exit(f"{command[0]} failed")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, wall, int(done.stdout.split()[1]) / 1024


def check(path):
    """Whether the file is a sound ZIP, and every cell what it was given as: a text, a day or a number."""
    import datetime
    import openpyxl

    subprocess.run(["unzip", "-tqq", path], check=True)
    book = openpyxl.load_workbook(path, read_only=True)
    given = {}
    exec(ROW, given)
    read = 0
    rows = book.worksheets[0].iter_rows(min_row=2, max_row=ROWS + 1)
    for got, made in zip(rows, given["rows"](), strict=True):
        for cell, value in zip(got, made, strict=True):
            kind = "s" if isinstance(value, str) else "d" if isinstance(value, datetime.date) else "n"
            was = cell.value.date() if isinstance(cell.value, datetime.datetime) else cell.value
            kinds = ("s", "inlineStr") if kind == "s" else (kind,)
            if cell.data_type not in kinds or (abs(was - value) > 1e-9 if kind == "n" else was != value):
                sys.exit(f"{cell.coordinate}: {was!r} ({cell.data_type}) and not {value!r}")
            read += 1
    print(f"ours read back: {read} cells, each as it was given")


rivals = {
    "gabentisch": [program, "--xlsx", str(ROWS)],
    "openpyxl": [sys.executable, "-c", OPENPYXL],
    "XlsxWriter": [sys.executable, "-c", XLSXWRITER],
}
found = {name: [] for name in rivals}
# In turns, so that what else the machine does meets all of them.
for _ in range(3):
    for name, command in rivals.items():
        found[name].append(measured(command + [os.path.join(folder, f"{name}.xlsx")]))
best = {name: [min(figures) for figures in zip(*runs)] for name, runs in found.items()}
own = best["gabentisch"]
print(f"Excel, {ROWS} rows x 12 columns (best of 3)")
print(f"{'':12}" + "".join(f"{head:>10}" for head in ["CPU s", "x ours", "wall s", "x ours", "peak MiB", "x ours", "MB"]))
for name, figures in best.items():
    shown = "".join(f"{figure:>10.2f}{figure / ours:>10.1f}" for figure, ours in zip(figures, own))
    print(f"{name:12}{shown}{os.path.getsize(os.path.join(folder, f'{name}.xlsx')) / 1e6:>10.1f}")
check(os.path.join(folder, "gabentisch.xlsx"))
ahead = all(ours < theirs for name, figures in best.items() if name != "gabentisch" for ours, theirs in zip(own, figures))
print("ahead of both" if ahead else "NOT AHEAD")
sys.exit(0 if ahead else 1)
