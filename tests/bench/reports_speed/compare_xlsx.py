"""An Excel file of 100,000 rows and 12 columns: ours, openpyxl (write-only) and XlsxWriter (constant memory), each in a
process of its own with the same rows. Prints CPU seconds, peak memory and size, and how many times ours each needs."""
import os
import resource
import subprocess
import sys

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
"""
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
"""


def measured(command):
    """CPU seconds and peak memory in MiB of one process."""
    pid = os.fork()
    if pid == 0:
        os.execvp(command[0], command)
    _, status, used = os.wait4(pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


rivals = {
    "gabentisch": [program, "--xlsx", str(ROWS)],
    "openpyxl": [sys.executable, "-c", OPENPYXL],
    "XlsxWriter": [sys.executable, "-c", XLSXWRITER],
}
found = {}
for name, command in rivals.items():
    path = os.path.join(folder, f"{name}.xlsx")
    runs = [measured(command + [path]) for _ in range(3)]
    found[name] = (min(cpu for cpu, _ in runs), min(peak for _, peak in runs), os.path.getsize(path) / 1e6)
own = found["gabentisch"]
print(f"Excel, {ROWS} rows x 12 columns (best of 3)")
print(f"{'':12}{'CPU s':>10}{'x ours':>10}{'peak MiB':>10}{'x ours':>10}{'MB':>8}")
for name, (cpu, peak, size) in found.items():
    print(f"{name:12}{cpu:>10.2f}{cpu / own[0]:>10.1f}{peak:>10.1f}{peak / own[1]:>10.1f}{size:>8.1f}")
ahead = all(own[0] < cpu and own[1] < peak for name, (cpu, peak, _) in found.items() if name != "gabentisch")
print("ahead of both" if ahead else "NOT AHEAD")
sys.exit(0 if ahead else 1)
