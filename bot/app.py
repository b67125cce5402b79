"""The composition root: the only file that names concrete parts and puts them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.apart import run_apart
from bot.domain.answers import OwnAnswer
from bot.domain.errors import SupercargoError
from bot.domain.facts import Shop
from bot.domain.inquiry import Evidence, Inquiry, Message
from bot.domain.products import ProductFinder
from bot.pipeline import Assistant, Policies
from bot.product_search import ProductSearch
from bot.settings import Settings
from bot.steps.plan import Festival

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sqlalchemy import Engine

    from bot.domain.asking import LanguageModel
    from bot.modelled import FindGoods
    from bot.steps.triage.signals import Signals
    from knowledge.countries.places import PlaceMention
    from knowledge.encoder import Encoder
    from knowledge.ingest import IngestReport, LoadedShop
    from knowledge.policies.search import PolicySearch
    from knowledge.questions.answers import AnswerSearch

Progress = Callable[[str, int, int], None]


class _World:
    """Countries and places, for triage, quote and plan."""

    def find_places(self, text: str, language: str | None) -> tuple[PlaceMention, ...]:
        from knowledge.countries.places import find_places

        return find_places(text, language)

    def country_of_phone(self, phone: str) -> str | None:
        from knowledge.countries.phones import country_of_phone

        return country_of_phone(phone)

    def likely_country_of_language(self, language: str) -> str | None:
        from knowledge.countries.phones import likely_country_of_language

        return likely_country_of_language(language)

    def plugs_of(self, country: str) -> tuple[str, ...]:
        from knowledge.countries.sockets import trade_plug_of

        return trade_plug_of(country)

    def formal(self, code: str | None, language: str) -> bool:
        from knowledge.countries.trade import formal

        return formal(code, language)

    def festival(self, code: str, day: date, language: str) -> Festival | None:
        from knowledge.countries.festivals import festival_to_wish

        found = festival_to_wish(code, day, language=language)
        return None if found is None else Festival(found.name, found.date, (found.date - day).days)

    def currency(self, code: str) -> str | None:
        from knowledge.countries.profile import profile

        try:
            return profile(code).currency
        except KeyError:
            return None


class _Classifier:
    """Intents and risks as triage asks for them."""

    def intents(self, inquiry: Inquiry, language: str, signals: Signals) -> tuple[str, ...]:
        from bot.steps.triage.intents import read_intents

        return read_intents(inquiry, language, signals)

    def risks(self, inquiry: Inquiry, language: str) -> tuple[str, ...]:
        from bot.steps.triage.risks import read_risks

        return read_risks(inquiry, language)

    def asks_confidential(self, inquiry: Inquiry, language: str) -> bool:
        from bot.steps.triage.risks import asks_confidential

        return asks_confidential(inquiry, language)


@dataclass(frozen=True, slots=True)
class App:
    """One loaded shop and the assistant that answers for it."""

    shop: Shop
    assistant: Assistant
    policies: PolicySearch
    products: ProductSearch
    encoder: Encoder
    answers: AnswerSearch | None = None
    """Those of the team's own, where there are any."""
    asked: dict[tuple[str, str], NDArray[np.float32]] = field(default_factory=dict)
    """Vectors of the ways to ask for them: one change does not make all of them anew."""

    def knowing(self, answers: Sequence[OwnAnswer]) -> App:
        """The same shop, with these answers of the team's own instead of those that it had."""
        from knowledge.questions.answers import AnswerSearch
        from knowledge.questions.goods import names_of

        names = {item.sku: names_of(item) for item in self.shop.items}
        kinds = {item.sku: item.category for item in self.shop.items}
        search = AnswerSearch(answers, names, kinds, self.encoder.encode, self.asked)
        return replace(self, answers=search, assistant=self.assistant.knowing(search))

    def search_answers(self, question: str, limit: int = 5) -> tuple[Evidence, ...]:
        """The team's own answers nearest to a question, best first, also those that are not near enough."""
        if self.answers is None:
            return ()
        return self.answers.nearest(question, _language_of(question), limit)

    def vectors(self, questions: Sequence[tuple[str, str]]) -> tuple[str, NDArray[np.float32]]:
        """(what made them: only vectors of one maker compare, a row for each (question, language))"""
        from knowledge.glossary import Glossary
        from knowledge.questions.vectors import MADE_BY, question_vectors

        rows = question_vectors(questions, self.encoder.encode, Glossary.load())
        return f"{MADE_BY}/{self.encoder.name}", rows

    def search_policies(self, question: str, limit: int = 10) -> tuple[str, tuple[Evidence, ...]]:
        """(language of the question, passages best first)."""
        language = _language_of(question)
        return language, self.policies.search(question, language, limit)

    def search_products(self, question: str, limit: int = 10) -> tuple[str, list[tuple[str, str, float]]]:
        """(language of the question, (sku, name, score) best first)."""
        language = _language_of(question)
        return language, self.products.search(question, language, limit)


def _language_of(question: str) -> str:
    from bot.steps.triage.language import detect_language

    return detect_language([Message("buyer", question)])


@contextmanager
def open_data(settings: Settings) -> Iterator[Engine]:
    """The database with its schema up to date, let go at the end."""
    from storage import migrate, open_database

    url = settings.database_url.get_secret_value() if settings.database_url else None
    settings.home.mkdir(parents=True, exist_ok=True)
    with open_database(url, settings.home) as engine:
        migrate(engine)
        yield engine


def ingest_shop(settings: Settings, shop: Path, progress: Progress | None = None) -> IngestReport:
    """Loads the shop folder. SupercargoError where a part is not to be had."""
    from knowledge.encoder import open_encoder
    from knowledge.index import open_index_store
    from knowledge.ingest import ingest

    factory = partial(open_encoder, settings.home, settings.embeddings)
    with open_data(settings) as engine, open_index_store(settings.home, settings.chroma_url) as store:
        return ingest(shop, engine=engine, store=store, encoder_factory=factory, progress=progress)


def load_if_changed(
    settings: Settings, shop: Path, engine: Engine, encoder: Encoder, progress: Progress | None = None
) -> IngestReport:
    """The report of the shop's serving version; a folder that has changed is loaded in a process of its own.

    SupercargoError where nothing can be loaded.
    """
    from knowledge.ingest import loaded_as_is

    report = loaded_as_is(shop, engine=engine, encoder=encoder.name)
    if report is None:
        report = run_apart(ingest_shop, settings, shop, progress=progress)
    if report.version is None:
        raise SupercargoError(f"{shop}: {report.fatal}")
    return report


@contextmanager
def open_assistant(
    settings: Settings, shop: Path, progress: Progress | None = None
) -> Iterator[tuple[App, IngestReport]]:
    """Opens everything, loads or reuses the shop, and gives the assistant and what the loading said.

    A folder that has changed is loaded in a process of its own. SupercargoError when it cannot be loaded.
    With `SUPERCARGO_MODEL` set a model words the drafts; its calls are not recorded.
    """
    from bot.llm.opening import open_model
    from knowledge.encoder import open_encoder
    from knowledge.index import open_index_store
    from knowledge.ingest import load_shop
    from knowledge.questions.loading import load_answers

    with open_data(settings) as engine:
        model = open_model(settings)
        encoder = open_encoder(settings.home, settings.embeddings)
        report = load_if_changed(settings, shop, engine, encoder, progress)
        with open_index_store(settings.home, settings.chroma_url) as store:
            loaded = load_shop(shop, engine=engine, store=store)
            own = load_answers(shop, loaded.shop.company.timezone, engine=engine)
            yield assemble(loaded, encoder, model).knowing(own), report


def assemble(loaded: LoadedShop, encoder: Encoder, model: LanguageModel | None = None) -> App:
    """The assistant over a loaded shop, and the model that words its drafts, if any."""
    from knowledge.policies.search import PolicySearch

    policies = PolicySearch(loaded.passages, encoder.encode, loaded.passage_index.query)
    products = ProductSearch(loaded, encoder)
    assistant = make_assistant(loaded.shop, products.matcher, policies, model, products.nearest)
    return App(loaded.shop, assistant, policies, products, encoder)


def make_assistant(
    shop: Shop,
    products: ProductFinder,
    policies: Policies,
    model: LanguageModel | None = None,
    goods: FindGoods | None = None,
) -> Assistant:
    """The pipeline over one shop's facts, with the product's own triage and countries."""
    from bot.steps.triage.reader import TriageReader
    from knowledge.glossary import Glossary

    world = _World()
    triage = TriageReader(shop, products, Glossary.load(), world, _Classifier())
    if model is None:
        return Assistant(shop, triage, policies, world)
    from bot.modelled import ByModel

    return Assistant(shop, triage, policies, world, ByModel(shop, model, goods))
