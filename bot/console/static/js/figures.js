// Charts of pages of figures, drawn from the values of the table below each. Colours are the page's own.
const here = new URL(import.meta.url);
const vendor = (name) => new URL(`../vendor/${name}`, here).href;
const { init, registerMap } = await import(vendor("echarts-6.1.0-part.js"));
const charts = [];
const hatched = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(255,255,255,.75)" };

const within = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" };

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const palette = () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
  return {
    ink: colour("ink"), dim: colour("ink-3"), line: colour("line"), surface: colour("surface"), sunken: colour("sunken"),
    accent: colour("accent"),
    series: dark ? ["#3aa7b9", "#e0a847", "#b48be8", "#f0786a", "#7fd29d"] : ["#0f6675", "#c98a12", "#7c4fc0", "#b8392b", "#2e8b57"],
    low: dark ? "#1b4750" : "#cfe4e8", high: dark ? "#7edcec" : "#0a4a56",
  };
};

const lasting = (seconds) => {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${+(seconds / 3600).toFixed(1)} h`;
  return `${+(seconds / 86400).toFixed(1)} d`;
};
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const shown = { count: (v) => short.format(v), money: (v) => short.format(v), seconds: lasting, share: (v) => `${Math.round(v * 100)} %`, days: (v) => `${v} d` };

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const told = (data, place) => `<b>${escape(data.labels[place])}</b><br>` + data.series.map((each) => `${escape(each.name)}: ${escape(each.texts[place] ?? "–")}`).join("<br>");

const shared = (data, look) => ({
  animation: false, color: look.series, textStyle: { color: look.ink, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
  tooltip: { trigger: "axis", confine: true, backgroundColor: look.surface, borderColor: look.line, textStyle: { color: look.ink, fontSize: 12 },
    axisPointer: { type: "shadow", shadowStyle: { color: look.sunken, opacity: 0.5 } }, formatter: (found) => told(data, (Array.isArray(found) ? found[0] : found).dataIndex) },
});

// Hours and days are counted in hours and days, not in tens of thousands of seconds.
const steps = [10, 30, 60, 300, 600, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 345600, 604800, 1209600, 2592000];
const timed = (data) => {
  if (data.unit !== "seconds") return {};
  const most = Math.max(1, ...data.series.flatMap((each) => each.values.filter((value) => value !== null)));
  const interval = steps.find((step) => most / step <= 5) ?? Math.ceil(most / 5 / 2592000) * 2592000;
  return { interval, max: Math.ceil(most / interval) * interval };
};

const axes = (data, look) => ({
  named: { type: "category", data: data.labels, axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false }, axisLabel: { color: look.dim, hideOverlap: true } },
  counted: { type: "value", min: 0, minInterval: data.unit === "count" ? 1 : 0, splitNumber: 4, ...timed(data), splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.dim, formatter: shown[data.unit] } },
});

const standing = (data, look) => {
  const { named, counted } = axes(data, look), many = data.series.length > 1;
  const partial = new Set(data.partial);
  return { ...shared(data, look), grid: { left: 4, right: 12, top: many ? 34 : 12, bottom: 4, ...within },
    legend: many ? { top: 0, left: 0, itemWidth: 12, itemHeight: 10, textStyle: { color: look.ink } } : undefined, xAxis: named, yAxis: counted,
    series: data.series.map((each, number) => {
      const line = data.kind === "line";
      const values = each.values.map((value, place) => !partial.has(place) ? value : line
        ? { value, symbol: "emptyCircle", symbolSize: 11 } : { value, itemStyle: { decal: hatched } });
      return { name: each.name, type: line ? "line" : "bar", data: values, barMaxWidth: 44, stack: data.kind === "stack" ? "all" : undefined,
        symbol: ["circle", "rect", "triangle", "diamond"][number % 4], symbolSize: 7, connectNulls: false, lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][number % 3] }, cursor: each.links.length ? "pointer" : "default" };
    }) };
};

const lying = (data, look) => {
  const { named, counted } = axes(data, look), [each] = data.series;
  return { ...shared(data, look), grid: { left: 4, right: 34, top: 4, bottom: 4, ...within }, xAxis: counted,
    yAxis: { ...named, inverse: true, axisLabel: { color: look.ink, width: 150, overflow: "truncate" } },
    series: [{ name: each.name, type: "bar", data: each.values, barMaxWidth: 22, cursor: "pointer", label: { show: true, position: "right", color: look.dim, formatter: ({ value }) => shown[data.unit](value) } }] };
};

// Land across the date line is drawn whole, to the east of it; cut there, its edges would run around the world.
const whole = (map) => {
  for (const { geometry } of map.features) for (const polygon of geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) for (const ring of polygon) {
    const jumps = ring.some(([east], place) => place && Math.abs(east - ring[place - 1][0]) > 180);
    if (jumps) for (const point of ring) if (point[0] < 0) point[0] += 360;
  }
  return map;
};

const world = async (data, look, box) => {
  if (!world.ready) world.ready = fetch(vendor("world-110m.json")).then((found) => found.json()).then((map) => registerMap("world", whole(map)));
  await world.ready;
  const [each] = data.series, most = Math.max(1, ...each.values);
  const values = each.values.map((value, place) => ({ name: data.codes[place], value, place })).filter((one) => one.name);
  const place = box.clientWidth > box.clientHeight * 2 ? { left: "center", top: 4, bottom: 4 } : { left: 4, right: 4, top: "middle" };
  return { ...shared(data, look),
    tooltip: { ...shared(data, look).tooltip, trigger: "item", formatter: ({ data: one }) => (one ? told(data, one.place) : "") },
    visualMap: { min: 0, max: most, left: 4, bottom: 4, itemWidth: 12, itemHeight: 90, calculable: false, text: [short.format(most), "0"], textStyle: { color: look.dim }, inRange: { color: [look.low, look.high] } },
    series: [{ type: "map", map: "world", roam: false, ...place, data: values, selectedMode: false, cursor: "pointer",
      label: { show: false }, itemStyle: { areaColor: look.sunken, borderColor: look.line, borderWidth: 0.6 }, emphasis: { label: { show: false }, itemStyle: { areaColor: look.series[1] } } }] };
};

const draw = async ({ box, chart, data }) => {
  const look = palette();
  const option = data.kind === "map" ? await world(data, look, box) : data.kind === "bar" ? lying(data, look) : standing(data, look);
  chart.setOption(option, true);
  box.dataset.drawn = "";
};
const all = () => Promise.all(charts.map(draw));

for (const box of document.querySelectorAll(".chart")) {
  const data = JSON.parse(box.dataset.chart);
  const chart = init(box, null, { renderer: "svg" });
  charts.push({ box, chart, data });
  chart.on("click", ({ seriesIndex, dataIndex, data: one }) => {
    const link = data.series[seriesIndex]?.links[one?.place ?? dataIndex];
    if (link) location.href = link;
  });
  new ResizeObserver(() => { chart.resize(); if (data.kind === "map" && "drawn" in box.dataset) draw(charts.find((one) => one.box === box)); }).observe(box);
}
await all();
for (const query of ["print", "(prefers-color-scheme: dark)"]) {
  matchMedia(query).addEventListener("change", ({ matches, media }) => {
    if (media === "print") for (const under of document.querySelectorAll(".fig-under")) {
      if (matches) under.dataset.was = under.open;
      under.open = matches || under.dataset.was === "true";
    }
    for (const { chart } of charts) chart.resize();
    all();
  });
}
