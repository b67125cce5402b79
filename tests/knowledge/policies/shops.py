"""A mill that weaves towels and table linen, and a Chinese lamp workshop: both invented."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.encoder import Encoder
from knowledge.policies import PolicySearch
from knowledge.shop_folder.policies.documents import read_policies
from knowledge.shop_folder.reading import Complaints

MILL = Path(__file__).parent / "mill"


@dataclass(frozen=True)
class Section:
    id: str
    source: str
    title: str
    heading: str
    text: str
    language: str


def mill_sections() -> list[Section]:
    documents = read_policies(MILL, sorted((MILL / "policies").iterdir()), Complaints())
    return [
        Section(
            f"{part.source}-{part.ordinal}", part.source, part.title, part.heading, part.text, part.language
        )
        for document in documents
        for part in document.passages
    ]


def search_over(sections: Sequence[Section], encoder: Encoder) -> PolicySearch:
    texts = [f"{section.title}. {section.heading}\n{section.text}" for section in sections]
    vectors = np.asarray(encoder.encode(texts))

    def nearest(vector: NDArray[np.float32], limit: int) -> list[tuple[str, float]]:
        similarities = vectors @ vector
        return [(sections[i].id, float(similarities[i])) for i in np.argsort(-similarities)[:limit]]

    return PolicySearch(sections, encoder.encode, nearest)


def lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (MILL / name).read_text(encoding="utf-8").splitlines()]


CHINESE = (
    Section(
        "1",
        "policies/付款.md#定金",
        "付款方式",
        "定金",
        "首单需付40%定金，余款在发货前付清。不接受赊账。",
        "zh",
    ),
    Section(
        "2", "policies/付款.md#手续费", "付款方式", "手续费", "信用卡付款收取2%的手续费，电汇免费。", "zh"
    ),
    Section("3", "policies/售后.md#保修", "售后服务", "保修", "灯具保修24个月，从签收之日算起。", "zh"),
    Section(
        "4",
        "policies/售后.md#索赔",
        "售后服务",
        "索赔",
        "请在10天内提供至少四张照片和一段视频，说明故障。",
        "zh",
    ),
    Section("5", "policies/物流.md#海运", "物流", "海运", "拼箱从1立方米起，每周一班船。", "zh"),
    Section(
        "6", "policies/样品.md#样品", "样品", "样品", "样品费按零售价收取，下单后退还。样品3天内发出。", "zh"
    ),
    Section(
        "7", "policies/公司.md#工厂", "公司介绍", "工厂", "工厂成立于2009年，员工85人，其中质检6人。", "zh"
    ),
)
