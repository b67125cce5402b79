"""A shop folder -> ShopReading, with what to do about it where nothing can be loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.facts import FreightRate, Shop
from knowledge.shop_folder import catalog, shipping
from knowledge.shop_folder.campaigns import campaigns_in_catalogue_spelling
from knowledge.shop_folder.carton_weights import weighs_cartons
from knowledge.shop_folder.catalog import CatalogReading
from knowledge.shop_folder.catalogue_table import catalogue_table
from knowledge.shop_folder.columns import (
    Columns,
    catalog_columns,
    heading_score,
    remembered_headings,
    shipping_columns,
    with_second_heading_row,
)
from knowledge.shop_folder.csv_table import csv_table
from knowledge.shop_folder.files import FolderFiles, find_files, read_bytes
from knowledge.shop_folder.headings import heading_currencies
from knowledge.shop_folder.needed_columns import missing_columns
from knowledge.shop_folder.policies import read_policies
from knowledge.shop_folder.reading import Complaints, PolicyDocument, ShopReading
from knowledge.shop_folder.spreadsheet_table import formulas_without_value, spreadsheet_tables
from knowledge.shop_folder.table import Table, UnreadableFile
from knowledge.shop_folder.terms import FILE, ShopTerms, read_terms
from knowledge.shop_folder.text_file import decoded


def read_shop_folder(
    folder: Path,
    *,
    remembered_columns: Mapping[str, str] | None = None,
    known_policies: Sequence[PolicyDocument] = (),
) -> ShopReading:
    """Reads and validates a whole shop folder; writes nothing.

    `remembered_columns` (heading -> field) goes before what `[catalog.columns]` of shop.toml says. Never
    raises for what a seller may have done to the files: see `errors`, `warnings` and `fatal`.
    `known_policies` of an earlier reading are not read again where their files are the same.
    """
    complaints = Complaints()
    ignored: tuple[str, ...] = ()
    try:
        files = find_files(folder, complaints)
        ignored = files.ignored
        return _read(files, remembered_columns or {}, known_policies, complaints)
    except UnreadableFile as error:
        return ShopReading(
            shop=None,
            errors=tuple(complaints.errors),
            warnings=tuple(complaints.warnings),
            ignored=ignored,
            fatal=str(error),
        )


@dataclass(frozen=True, slots=True)
class _Catalogue:
    table: Table
    columns: Columns
    sheet: str | None


def _read(
    files: FolderFiles,
    remembered: Mapping[str, str],
    known_policies: Sequence[PolicyDocument],
    complaints: Complaints,
) -> ShopReading:
    terms = read_terms(read_bytes(files.terms, FILE), complaints)
    asked = {**terms.columns, **remembered}
    found = _catalogue(files, asked, terms.company.currency, complaints)
    read = catalog.read_catalog(
        found.table, found.columns, terms.company.currency, len(terms.company.working_days), complaints
    )
    _hint_at_formulas(files, found, complaints)
    if not read.items:
        raise UnreadableFile(
            f"{found.table.file}: none of its {len(found.table.rows)} rows could be loaded"
            + (
                f"; the first problem: {complaints.errors[-1]}"
                if complaints.errors
                else "; it has only headings"
            )
        )
    _warn_of_decimals(read, terms, found.table.file, complaints)
    shop = Shop(
        company=terms.company,
        items=read.items,
        quote=terms.quote,
        discount=terms.discount,
        payment=terms.payment,
        restricted=terms.restricted,
        fx=terms.fx,
        closures=terms.closures,
        campaigns=campaigns_in_catalogue_spelling(terms.campaigns, read, complaints),
        rates=_rates(files, terms.company.currency, complaints),
    )
    fields = dict(zip(found.table.headings, found.columns.fields, strict=True))
    return ShopReading(
        shop=shop,
        costs=read.costs,
        policies=read_policies(files.root, files.policies, complaints, known_policies),
        errors=tuple(complaints.errors),
        warnings=tuple(complaints.warnings),
        ignored=files.ignored,
        columns={heading: field for heading, field in fields.items() if heading and field},
        proposed={
            found.table.headings[n]: field
            for n in sorted(found.columns.proposed)
            if (field := found.columns.fields[n]) is not None
        },
    )


def _catalogue(
    files: FolderFiles, asked: Mapping[str, str], currency: str, complaints: Complaints
) -> _Catalogue:
    found, sheet = catalogue_table(files.catalog, files.relative(files.catalog), asked)
    table = with_second_heading_row(found)
    chosen, wrong = remembered_headings(table, asked)
    for heading, field in wrong.items():
        complaints.warn(
            FILE, None, f"[catalog.columns] {heading!r} = {field!r}: {field!r} is no field and is not used"
        )
    columns = catalog_columns(table, chosen, currency)
    of_cartons = weighs_cartons(table, columns)
    if of_cartons is not None:
        fields = list(columns.fields)
        fields[of_cartons] = "carton_weight_kg"
        columns = replace(columns, fields=tuple(fields))
        heading = table.headings[of_cartons]
        complaints.warn(
            table.file, None,
            f"{heading!r} is read as the weight of a carton, since pieces of that weight would not fit"
            f' into it; if it is that of one piece write "{heading}" = "weight_kg" under [catalog.columns]'
            f" in {FILE}",
        )  # fmt: skip
    missing = missing_columns(columns, has_sections=table.spreadsheet)
    if missing:
        foreign = [
            heading
            for heading in table.headings
            if (named := heading_currencies(heading)) is not None and currency not in named
        ]
        example = columns.unknown[0] if columns.unknown else "Model No."
        hint = f" (not in {currency}: {', '.join(foreign)})" if foreign else ""
        raise UnreadableFile(
            f"{table.file} has no column for {', '.join(missing)}. Its headings: "
            f"{', '.join(heading for heading in table.headings if heading)}{hint}. Say in {FILE} which is"
            f' which, as in: [catalog.columns] "{example}" = "{missing[0].split()[0]}"'
        )
    if columns.unknown:
        complaints.warn(table.file, None, f"columns that are not used: {', '.join(columns.unknown)}")
    if "moq" not in columns.fields:
        complaints.warn(
            table.file, None, "there is no column for the MOQ: the first price tier is taken for it"
        )
    return _Catalogue(table, columns, sheet)


def _hint_at_formulas(files: FolderFiles, found: _Catalogue, complaints: Complaints) -> None:
    """An empty needed cell of a spreadsheet is often a formula that no program has calculated yet."""
    if found.sheet is None or not any(
        error.file == found.table.file and error.value == "" for error in complaints.errors
    ):
        return
    uncalculated = formulas_without_value(files.catalog, found.sheet)
    if uncalculated:
        complaints.warn(
            found.table.file, None,
            f"cell {uncalculated[0]} holds a formula whose result was never stored:"
            " open the file in a spreadsheet program and save it",
        )  # fmt: skip


def _rates(files: FolderFiles, currency: str, complaints: Complaints) -> tuple[FreightRate, ...]:
    score = heading_score("shipping")
    name = files.relative(files.shipping) if files.shipping else files.relative(files.catalog)
    try:
        if files.shipping is None:
            if files.catalog.suffix.casefold() != ".xlsx":
                return ()
            sheets = [
                (sheet, table)
                for sheet, _, table in spreadsheet_tables(name, files.catalog, score)
                if not shipping.missing_columns(shipping_columns(table))
            ]
            if not sheets:
                return ()
            table = sheets[0][1]
        elif files.shipping.suffix.casefold() == ".csv":
            text, _ = decoded(read_bytes(files.shipping, name), name)
            table = csv_table(name, text, score)
        else:
            read_bytes(files.shipping, name, only_check=True)
            found = spreadsheet_tables(name, files.shipping, score)
            if not found:
                raise UnreadableFile(
                    f"{name}: no sheet has a row of headings such as method, countries, min_kg"
                )
            table = found[0][2]
    except UnreadableFile as error:
        complaints.refuse(name, None, None, None, f"freight rates; {error}")
        return ()
    columns = shipping_columns(table)
    missing = shipping.missing_columns(columns)
    if missing:
        complaints.refuse(
            name, None, None, ", ".join(heading for heading in table.headings if heading),
            f"the columns {', '.join(shipping.NEEDED)}; missing: {', '.join(missing)}."
            " Nothing is quoted with freight",
        )  # fmt: skip
        return ()
    if columns.unknown:
        complaints.warn(name, None, f"columns that are not used: {', '.join(columns.unknown)}")
    return shipping.read_rates(table, columns, currency, complaints)


def _warn_of_decimals(read: CatalogReading, terms: ShopTerms, file: str, complaints: Complaints) -> None:
    decimals = terms.quote.unit_price_decimals
    finer = [
        item.sku
        for item in read.items
        if any(-int(tier.unit_price.normalize().as_tuple().exponent) > decimals for tier in item.tiers)
    ]
    if finer:
        complaints.warn(
            file, None,
            f"{len(finer)} SKUs are priced finer than {decimals} decimals and will be rounded"
            f" ({finer[0]} is the first); unit_price_decimals under [quote] in {FILE} may be up to 4",
        )  # fmt: skip
