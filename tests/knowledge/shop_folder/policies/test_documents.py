from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from knowledge.shop_folder import ShopReading, read_shop_folder
from tests.knowledge.shop_folder.folders import write_shop

COVERED = (
    "Handles of wood are covered for two years, counted from the day of delivery to the buyer's warehouse."
)


def read_policy(folder: Path, name: str, write: Callable[[Path], object]) -> ShopReading:
    shop = write_shop(folder)
    (shop / "policies").mkdir()
    write(shop / "policies" / name)
    return read_shop_folder(shop)


def new_pdf() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def heading(pdf: FPDF, text: str, size: int = 14) -> None:
    pdf.set_font("Helvetica", "B", size)
    pdf.multi_cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)


def paragraph(pdf: FPDF, text: str) -> None:
    pdf.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)


def test_a_pdf_with_headings_wrapped_text_and_a_ruled_table(tmp_path: Path) -> None:
    pdf = new_pdf()
    heading(pdf, "Warranty of kitchen goods", 20)
    heading(pdf, "What is covered")
    paragraph(pdf, COVERED + " Bowls are covered for five.")
    heading(pdf, "Periods")
    with pdf.table(col_widths=(40, 30, 100)) as table:
        for row in (
            ("Goods", "Period", "Remark"),
            (
                "Ladles and serving spoons of every size",
                "5 years",
                "the bowl; dents from use are not covered at all",
            ),
            ("Whisks", "1 year", "wires only"),
        ):
            table.row(row)
    pdf.ln(4)
    heading(pdf, "How to claim")
    paragraph(pdf, "- Send two photos of the fault.\n- Keep the carton until we answer.")
    reading = read_policy(tmp_path, "warranty.pdf", lambda path: pdf.output(str(path)))
    (document,) = reading.policies
    assert [(passage.heading, passage.text) for passage in document.passages] == [
        ("What is covered", COVERED + " Bowls are covered for five."),
        (
            "Periods",
            "Goods: Ladles and serving spoons of every size | Period: 5 years"
            " | Remark: the bowl; dents from use are not covered at all\n"
            "Goods: Whisks | Period: 1 year | Remark: wires only",
        ),
        ("How to claim", "- Send two photos of the fault.\n- Keep the carton until we answer."),
    ]
    assert document.passages[0].title == "Warranty of kitchen goods"
    assert document.passages[0].source == "policies/warranty.pdf#what-is-covered"


def test_a_pdf_table_without_lines_is_read_row_by_row(tmp_path: Path) -> None:
    pdf = new_pdf()
    paragraph(pdf, "Certificates that we can give for each market are listed here:")
    for market, needed, held in (
        ("Market", "Needed", "Held"),
        ("Germany", "LFGB", "all ladles"),
        ("France", "DGCCRF", "steel ladles only"),
        ("Japan", "JFSL", "none"),
    ):
        pdf.cell(50, 6, market)
        pdf.cell(50, 6, needed)
        pdf.cell(50, 6, held, new_x="LMARGIN", new_y="NEXT")
    reading = read_policy(tmp_path, "markets.pdf", lambda path: pdf.output(str(path)))
    (passage,) = reading.policies[0].passages
    assert passage.text == (
        "Certificates that we can give for each market are listed here:\n"
        "Market: Germany | Needed: LFGB | Held: all ladles\n"
        "Market: France | Needed: DGCCRF | Held: steel ladles only\n"
        "Market: Japan | Needed: JFSL | Held: none"
    )


def test_a_pdf_in_one_plain_font_shows_its_headings_by_their_place(tmp_path: Path) -> None:
    pdf = new_pdf()
    for title, text in (
        ("1. Samples", "One sample of each kind is sold at its list price."),
        ("2. Returns", COVERED),
    ):
        paragraph(pdf, title)
        paragraph(pdf, text)
    reading = read_policy(tmp_path, "plain.pdf", lambda path: pdf.output(str(path)))
    assert [(passage.heading, passage.text) for passage in reading.policies[0].passages] == [
        ("1. Samples", "One sample of each kind is sold at its list price."),
        ("2. Returns", COVERED),
    ]


def test_a_pdf_of_200_pages_is_read_without_its_page_headers(tmp_path: Path) -> None:
    pdf = FPDF()
    for number in range(1, 201):
        pdf.add_page()
        pdf.set_font("Helvetica", size=8)
        pdf.cell(0, 6, f"Copper Ladle Kitchenware - page {number} of 200", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(6)
        heading(pdf, f"Article {number}")
        paragraph(pdf, f"Rule {number} holds for every order of more than {number} ladles.")
    reading = read_policy(tmp_path, "rules.pdf", lambda path: pdf.output(str(path)))
    (document,) = reading.policies
    assert len(document.passages) == 200
    assert document.passages[199].heading == "Article 200"
    assert document.passages[199].text == "Rule 200 holds for every order of more than 200 ladles."


def test_an_encrypted_pdf_is_named_with_what_to_do(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.set_encryption(
        owner_password="mei", user_password="boris", encryption_method=EncryptionMethod.AES_256
    )
    paragraph(pdf, COVERED)
    reading = read_policy(tmp_path, "secret.pdf", lambda path: pdf.output(str(path)))
    assert reading.shop is not None
    assert reading.policies == ()
    assert [str(error) for error in reading.errors] == [
        "policies/secret.pdf: expected a document with text; it is encrypted and needs a password: save a"
        " copy without one (print it to PDF) and put that here"
    ]


def test_an_encrypted_pdf_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    for method in (EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256):
        pdf = new_pdf()
        pdf.set_encryption(owner_password="mei", encryption_method=method)
        paragraph(pdf, COVERED)
        folder = tmp_path / method.name
        reading = read_policy(folder, "open.pdf", lambda path, pdf=pdf: pdf.output(str(path)))  # type: ignore[misc]
        assert [passage.text for passage in reading.policies[0].passages] == [COVERED]


def test_a_scanned_pdf_is_told_to_be_recognised_first(tmp_path: Path) -> None:
    pdf = new_pdf()
    pdf.rect(20, 20, 100, 100, style="F")
    reading = read_policy(tmp_path, "scan.pdf", lambda path: pdf.output(str(path)))
    assert reading.policies == ()
    assert (
        "pictures of pages (a scan) and no text: run a text recognition (OCR)" in reading.errors[0].expected
    )


def test_a_page_without_text_in_a_readable_pdf_is_warned_of(tmp_path: Path) -> None:
    pdf = new_pdf()
    paragraph(pdf, COVERED)
    pdf.add_page()
    reading = read_policy(tmp_path, "mixed.pdf", lambda path: pdf.output(str(path)))
    assert len(reading.policies) == 1
    assert "no text on page 2" in str(reading.warnings[0])


def test_a_damaged_pdf_is_named(tmp_path: Path) -> None:
    reading = read_policy(tmp_path, "torn.pdf", lambda path: path.write_bytes(b"%PDF-1.4\n1 0 obj\n<<"))
    assert reading.policies == ()
    assert reading.errors[0].file == "policies/torn.pdf"


def test_a_word_document_is_read_in_its_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Customization", 0)
    document.add_heading("Logo", 1)
    document.add_paragraph("A logo is engraved into the handle.")
    document.add_paragraph("Send a vector file", style="List Bullet")
    document.add_paragraph("Approve the proof", style="List Number")
    document.add_paragraph("Pay the plate", style="List Number")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows,
        [("Step", "Days", "Fee"), ("Proof", "2", "free"), ("All fees are per design", "", "")],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[2].cells[0].merge(table.rows[2].cells[2])
    document.add_paragraph().add_run("Boxes").bold = True
    document.add_paragraph("Printed boxes take 6 days more.")
    reading = read_policy(tmp_path, "custom.docx", lambda path: document.save(str(path)))
    assert [(passage.heading, passage.text) for passage in reading.policies[0].passages] == [
        (
            "Logo",
            "A logo is engraved into the handle.\n- Send a vector file\n1. Approve the proof\n"
            "2. Pay the plate\nStep: Proof | Days: 2 | Fee: free\nAll fees are per design",
        ),
        ("Logo > Boxes", "Printed boxes take 6 days more."),
    ]
    assert reading.policies[0].passages[0].title == "Customization"


def test_an_old_or_locked_word_document_is_named_with_what_to_do(tmp_path: Path) -> None:
    reading = read_policy(
        tmp_path, "old.docx", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    )
    assert "save it as .docx without a password" in reading.errors[0].expected


def test_a_torn_word_document_is_named(tmp_path: Path) -> None:
    reading = read_policy(tmp_path, "torn.docx", lambda path: path.write_bytes(b"PK\x03\x04 torn"))
    assert "it is no readable Word document" in reading.errors[0].expected


def test_a_policy_in_an_old_encoding_keeps_its_letters(tmp_path: Path) -> None:
    text = "# Zahlung\n\nGrößere Aufträge: 30 % Anzahlung über die Plattform."
    reading = read_policy(tmp_path, "zahlung.md", lambda path: path.write_bytes(text.encode("cp1252")))
    assert reading.policies[0].passages[0].text == "Größere Aufträge: 30 % Anzahlung über die Plattform."
