"""A sheet of an .xlsx file -> rows of text, numbers written exactly, merged cells filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from knowledge.shop_folder.table import Row, Table, UnreadableFile, as_table

_TITLE_ROWS = 30


def spreadsheet_tables(
    file: str, path: Path, heading_score: Callable[[Sequence[str]], float]
) -> list[tuple[str, float, Table]]:
    """(sheet name, score, table) of every sheet that has headings, best first.

    Formulas give the values that the spreadsheet program stored. Raises UnreadableFile.
    """
    import python_calamine

    try:
        with python_calamine.load_workbook(path) as book:
            found = []
            for meta in book.sheets_metadata:
                if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(meta.name)
                rows = _rows(sheet)
                hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
                scored = [(heading_score(row.cells), -n) for n, row in enumerate(rows[:_TITLE_ROWS])]
                score, position = max(scored, default=(0.0, 0))
                if score > 0:
                    table = as_table(file, rows, -position, spreadsheet=True)
                    found.append((meta.name, score - (0.5 if hidden else 0.0), table))
    except python_calamine.PasswordError:
        raise UnreadableFile(
            f"{file} is protected by a password: save it without one (Excel: File > Info > Protect Workbook)"
        ) from None
    except (python_calamine.CalamineError, OSError) as error:
        raise UnreadableFile(
            f"{file} cannot be read as an Excel workbook ({error}): open it in a spreadsheet program"
            " and save it again as .xlsx or as CSV with the encoding UTF-8"
        ) from error
    found.sort(key=lambda entry: (entry[1], len(entry[2].rows)), reverse=True)
    return found


def formulas_without_value(path: Path, sheet: str, limit: int = 1) -> list[str]:
    """Cells such as `E7` of `sheet` that hold a formula whose result was never stored."""
    import openpyxl

    formulas = openpyxl.load_workbook(path, read_only=True)
    values = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        found = []
        both = zip(formulas[sheet].iter_rows(), values[sheet].iter_rows(), strict=False)
        for formula_row, value_row in both:
            for formula, value in zip(formula_row, value_row, strict=False):
                if isinstance(formula.value, str) and formula.value.startswith("=") and value.value is None:
                    found.append(str(formula.coordinate))
                    if len(found) == limit:
                        return found
        return found
    finally:
        formulas.close()
        values.close()


def _rows(sheet: object) -> list[Row]:
    from python_calamine import CalamineSheet

    assert isinstance(sheet, CalamineSheet)
    values: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # Only downwards: a category merged over its products holds for each of them, a title merged over the
        # columns is still one title.
        if bottom > top and top < len(values) and left < len(values[top]):
            for below in values[top + 1 : bottom + 1]:
                if left < len(below) and below[left] == "":
                    below[left] = values[top][left]
        del right
    return [Row(line, [cell_text(value) for value in row]) for line, row in enumerate(values, 1)]


def cell_text(value: object) -> str:
    """A spreadsheet's value as a seller would have typed it; numbers with a point and never grouped."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value))
        # 15 digits are what a spreadsheet shows: 0.1 + 0.2 is stored as 0.30000000000000004.
        text = f"{value:.15g}"
        if "e" in text:
            text = f"{value:.15f}".rstrip("0")
        # "1.250" could be read as one thousand two hundred and fifty; "1.2500" cannot.
        return f"{text}0" if len(text.partition(".")[2]) == 3 else text
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return ""
