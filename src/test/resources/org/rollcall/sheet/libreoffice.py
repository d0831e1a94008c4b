"""Works in LibreOffice as a person does: reads one command a line, and answers each with a line.

A command is a word and its arguments, separated by tabs. The answer is "ok" and the results, or
"failed" and the reason. As under the hands of a person, locked cells stay as they are.
"""

import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField
from com.sun.star.uno import RuntimeException

FORMATS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xlsm": "Calc MS Excel 2007 VBA XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
}


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    """A running LibreOffice with at most one workbook."""

    def __init__(self, folder):
        pipe = "rollcall%d" % os.getpid()
        self.process = subprocess.Popen(
            ["soffice", "-env:UserInstallation=file://" + folder, "--headless", "--norestore",
             "--nologo", "--accept=pipe,name=%s;urp;" % pipe],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = self.connect(pipe)
        services = context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.book = None
        self.sheet = None

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + 90
        while True:
            try:
                return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            except Exception:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.2)

    def quit(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def open(self, path):
        self.book = self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, properties(Hidden=True))
        self.go("Register")

    def save(self, path):
        self.book.storeToURL(
            uno.systemPathToFileUrl(path),
            properties(FilterName=FORMATS[path.rpartition(".")[2]]))
        self.book.close(True)

    def save_as(self, path, kind):
        """Saves in a format that the name of the file does not tell."""
        self.book.storeToURL(
            uno.systemPathToFileUrl(path), properties(FilterName=FORMATS[kind]))
        self.book.close(True)

    def go(self, name):
        self.sheet = self.book.Sheets.getByName(name)

    def type(self, cell, text):
        try:
            self.sheet.getCellRangeByName(cell).setFormulaArray(((text,),))
        except RuntimeException:
            return ["refused"]

    def texts(self, cells):
        rows = self.sheet.getCellRangeByName(cells)
        return [rows.getCellByPosition(column, row).String
                for row in range(rows.Rows.Count) for column in range(rows.Columns.Count)]

    def refusal(self, cell):
        """What a person is told who types into a cell although nothing may be typed there."""
        rule = self.sheet.getCellRangeByName(cell).Validation
        stops = rule.ShowErrorMessage and rule.ErrorAlertStyle.value == "STOP"
        return [rule.ErrorTitle if stops and rule.Type.value == "CUSTOM" else ""]

    def sort(self, cells, column, order):
        field = TableSortField(Field=int(column), IsAscending=order == "ascending")
        self.sheet.getCellRangeByName(cells).sort(properties(
            ContainsHeader=True, BindFormatsToContent=True,
            SortFields=uno.Any("[]com.sun.star.table.TableSortField", (field,))))

    def filter(self, cells, column, text):
        table = self.sheet.getCellRangeByName(cells)
        wanted = table.createFilterDescriptor(True)
        wanted.ContainsHeader = True
        wanted.setFilterFields(
            (TableFilterField(Field=int(column), Operator=EQUAL, StringValue=text),))
        table.filter(wanted)

    def visible(self, first, last):
        return [str(row) for row in range(int(first), int(last) + 1)
                if self.sheet.Rows.getByIndex(row - 1).IsVisible]

    def note(self, cell, text):
        self.sheet.Annotations.insertNew(
            self.sheet.getCellRangeByName(cell).CellAddress, text)

    def unprotect(self):
        self.sheet.unprotect("")

    def number(self, cell, value):
        self.sheet.getCellRangeByName(cell).Value = float(value)

    def merge(self, cells):
        self.sheet.getCellRangeByName(cells).merge(True)

    def hide(self, row):
        self.sheet.Rows.getByIndex(int(row) - 1).IsVisible = False

    def insert_rows(self, row, count):
        self.sheet.Rows.insertByIndex(int(row) - 1, int(count))

    def delete_row(self, row):
        self.sheet.Rows.removeByIndex(int(row) - 1, 1)

    def insert_column(self, column):
        self.sheet.Columns.insertByIndex(int(column), 1)

    def move(self, cells, to):
        self.sheet.moveRange(self.sheet.getCellRangeByName(to).CellAddress,
                             self.sheet.getCellRangeByName(cells).RangeAddress)

    def copy_sheet(self, name, copy, position):
        self.book.Sheets.copyByName(name, copy, int(position))

    def rename(self, name):
        self.sheet.Name = name

    def add_sheet(self, name):
        self.book.Sheets.insertNewByName(name, self.book.Sheets.Count)

    def remove_sheet(self, name):
        self.book.Sheets.removeByName(name)


def answer(office, line):
    command, *arguments = line.rstrip("\n").split("\t")
    try:
        return "\t".join(["ok", *(getattr(office, command)(*arguments) or [])])
    except Exception as e:
        return "failed\t%s: %s" % (type(e).__name__, " ".join(str(e).split()))


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        print("ok", flush=True)
        try:
            for line in sys.stdin:
                print(answer(office, line), flush=True)
        finally:
            office.quit()


main()
