"use strict";
// Draws the charts, lets the keyboard walk through them, and moves the focus with the page. Without it the page has
// every number in its tables and every list and case behind a link.
(() => {
  const root = document.documentElement;
  const specs = JSON.parse(document.getElementById("charts").textContent);
  const live = document.getElementById("live");
  const narrow = () => root.clientWidth < 640;
  const charts = [];
  root.classList.add("js");
  document.querySelectorAll("details.behind").forEach((each) => { each.open = false; });

  const color = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const tone = (name, index) => color(["met", "missed", "plain"].includes(name) ? name : `s${(index % 6) + 1}`);
  const number = (value) => value.toLocaleString(root.lang);
  const short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

  const common = () => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("ink") },
    tooltip: {
      trigger: "item", confine: true, backgroundColor: color("paper"), borderColor: color("line"),
      textStyle: { color: color("ink") }, renderMode: "richText",
    },
  });
  const line = () => ({ lineStyle: { color: color("line") } });
  const valueAxis = () => ({
    type: "value", minInterval: 1, splitNumber: 3, splitLine: line(), axisLabel: { color: color("soft"), formatter: number },
  });
  const nameAxis = (names, length) => ({
    type: "category", data: names, axisLine: line(), axisTick: { show: false },
    axisLabel: { color: color("soft"), hideOverlap: true, formatter: (name) => short(name, length) },
  });

  const series = (spec, each, index, more) => ({
    name: each.name,
    type: spec.line ? "line" : "bar",
    stack: spec.stacked ? "all" : undefined,
    color: tone(each.tone, index),
    data: each.values,
    barMaxWidth: 26,
    symbol: "circle",
    symbolSize: 4,
    showSymbol: false,
    lineStyle: { width: 2 },
    emphasis: { focus: "none" },
    ...more,
  });

  // Each series in a room of its own, one under the other: a handful of misses is seen beside a thousand met.
  const panels = (spec) => {
    const height = 130, gap = 50;
    const digits = Math.max(...spec.series.flatMap((each) => each.values.map((value) => number(2 * value).length)));
    const left = 16 + 7 * digits; // one edge for all: the rooms have the same months, one under the other
    return {
      height: spec.series.length * (height + gap) - gap + 30,
      option: {
        grid: spec.series.map((_, n) => ({ left, right: 16, top: 26 + n * (height + gap), height: height - 26 })),
        xAxis: spec.series.map((_, n) => ({ ...nameAxis(spec.categories, 12), gridIndex: n })),
        yAxis: spec.series.map((each, n) => ({
          ...valueAxis(), gridIndex: n, name: each.name, nameLocation: "end",
          nameTextStyle: { align: "left", color: color("ink"), fontWeight: 600 }, nameGap: 10,
        })),
        series: spec.series.map((each, n) => series(spec, each, n, { xAxisIndex: n, yAxisIndex: n })),
      },
    };
  };

  const across = (spec) => {
    const letters = spec.series.reduce((sum, each) => sum + each.name.length * 7 + 36, 0);
    const legend = spec.series.length > 1 ? 24 * Math.ceil(letters / (root.clientWidth - 90)) + 4 : 0;
    return {
      height: 250 + legend,
      option: {
        legend: { show: legend > 0, top: 0, left: 0, icon: "roundRect", itemWidth: 14, itemHeight: 8, textStyle: { color: color("ink") } },
        grid: { left: 8, right: 16, top: legend + 12, bottom: 8, containLabel: true },
        xAxis: nameAxis(spec.categories, 14),
        yAxis: valueAxis(),
        series: spec.series.map((each, n) => series(spec, each, n)),
      },
    };
  };

  // Bars that lie: the name beside its bar, or above it where the page is narrow.
  const down = (spec) => {
    const above = narrow();
    const names = { ...nameAxis(spec.categories, 200), inverse: true };
    const beside = { color: color("ink"), width: Math.min(360, root.clientWidth * 0.36), overflow: "break", interval: 0, lineHeight: 15 };
    const room = root.clientWidth - 80;
    const lines = above ? Math.max(...spec.categories.map((name) => Math.ceil(((name.length + 8) * 6.6) / room))) : 1;
    const value = { show: true, position: "right", color: color("ink"), formatter: (point) => number(point.value) };
    const told = { ...value, position: [0, -4], verticalAlign: "bottom", lineHeight: 15, width: room, overflow: "break", formatter: (point) => `${number(point.value)}  ${point.name}` };
    return {
      height: spec.categories.length * (above ? 28 + 15 * lines : 36) + 40,
      option: {
        grid: { left: 8, right: above ? 12 : 60, top: above ? 15 * lines : 4, bottom: 8, containLabel: true },
        xAxis: valueAxis(),
        yAxis: { ...names, axisLabel: above ? { show: false } : beside },
        series: spec.series.map((each, n) => series(spec, each, n, { barMaxWidth: above ? 12 : 22, label: above ? told : value })),
      },
    };
  };

  // Where the page is narrow the flow begins one step later: its first step is in the table.
  const flow = (spec) => {
    const fate = { opened: "s3", posted: "s1", stopped: "s4", failed: "missed", "under way": "s6" };
    const first = narrow() ? 1 : 0;
    const nodes = spec.nodes.filter((node) => node.depth >= first);
    const links = spec.links.filter((link) => Number(link.source[0]) >= first);
    const names = new Map(spec.nodes.map((node) => [node.id, node.name]));
    const total = (id) => links.reduce((sum, link) => sum + (link[id[0] === String(first) ? "source" : "target"] === id ? link.value : 0), 0);
    const told = (id) => `${names.get(id)} ${number(total(id))}`;
    return {
      height: first ? 430 : 390,
      links,
      option: {
        tooltip: { formatter: (point) => (point.dataType === "edge"
          ? `${names.get(point.data.source)} → ${names.get(point.data.target)}: ${number(point.data.value)}` : told(point.name)) },
        series: [{
          type: "sankey", draggable: false, nodeGap: first ? 34 : 18, nodeWidth: 12, layoutIterations: 64,
          left: 6, right: first ? 6 : 160, top: 8, bottom: 18, emphasis: { focus: "trajectory" },
          lineStyle: { color: "source", opacity: 0.3, curveness: 0.5 },
          label: { color: color("ink"), fontSize: 12, lineHeight: 15, position: "right", overflow: "break", width: first ? 88 : 150, formatter: (point) => told(point.name) },
          data: nodes.map((node, n) => ({
            name: node.id,
            depth: node.depth - first,
            label: first && node.depth === 3 ? { position: "left" } : {},
            itemStyle: { color: color(fate[node.tone] || (node.depth === 0 ? `s${(n % 6) + 1}` : "plain")), borderWidth: 0 },
          })),
          links: links.map(({ source, target, value }) => ({ source, target, value })),
        }],
      },
    };
  };

  const built = (spec) => (spec.type === "flow" ? flow(spec) : spec.panels ? panels(spec) : spec.horizontal ? down(spec) : across(spec));

  // Every value of a chart in one row, for the arrow keys.
  const points = (spec) => (spec.type === "flow"
    ? spec.links.map((link, n) => ({ text: `${link.name}: ${link.value}`, list: link.list, series: 0, index: n, edge: true }))
    : spec.series.flatMap((each, s) => each.values.map((value, n) => ({
      text: `${spec.categories[n]}, ${each.name}: ${value}`, list: each.lists[n], series: s, index: n,
    }))).filter((point) => point.list));

  const open = (list) => { if (list) location.hash = list; };

  const draw = (chart) => {
    const { spec, node } = chart;
    const { height, option, links } = built(spec);
    node.style.height = `${height}px`;
    if (chart.drawn) chart.drawn.dispose();
    chart.drawn = echarts.init(node, null, { renderer: "svg" });
    const all = { ...common(), ...option };
    all.tooltip = { ...common().tooltip, formatter: (point) => `${point.name}\n${point.seriesName}: ${number(point.value)}`, ...option.tooltip };
    chart.drawn.setOption(all);
    chart.drawn.on("click", (point) => {
      if (spec.type !== "flow") return open(spec.series[point.seriesIndex].lists[point.dataIndex]);
      const link = point.dataType === "edge" ? links[point.dataIndex]
        : links.find((each) => each.target === point.name) || links.find((each) => each.source === point.name);
      return open(link && link.list);
    });
  };

  const walk = (chart) => {
    const { node, spec } = chart;
    const all = points(spec);
    let at = -1;
    node.tabIndex = 0;
    node.setAttribute("role", "application");
    node.setAttribute("aria-label", node.dataset.label);
    node.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step && all.length) {
        event.preventDefault();
        at = (at + step + all.length) % all.length;
        const point = all[at];
        live.textContent = point.text;
        node.dataset.at = point.list;
        chart.drawn.dispatchAction({ type: "downplay" });
        chart.drawn.dispatchAction({ type: "showTip", seriesIndex: point.series, dataIndex: point.index });
        if (!point.edge) chart.drawn.dispatchAction({ type: "highlight", seriesIndex: point.series, dataIndex: point.index });
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        open(all[at].list);
      }
    });
  };

  document.querySelectorAll(".chart").forEach((node) => {
    const chart = { node, spec: specs[node.dataset.chart], drawn: null };
    charts.push(chart);
    draw(chart);
    walk(chart);
  });

  let width = root.clientWidth;
  const redraw = () => charts.forEach((chart) => { if (chart.node.offsetParent !== null) draw(chart); });
  addEventListener("resize", () => { if (root.clientWidth !== width) { width = root.clientWidth; redraw(); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // A table that is wider than its place says so: on a phone its last columns lie outside.
  const wide = () => document.querySelectorAll("#overview .scroll").forEach((each) => {
    each.dataset.hint = each.scrollWidth > each.clientWidth ? live.dataset.wide : "";
  });
  document.addEventListener("toggle", wide, true);
  addEventListener("resize", wide);
  addEventListener("hashchange", wide);
  wide();

  // Focus goes where the page goes, and comes back to where it left from.
  let left = null;
  document.addEventListener("click", (event) => { if (event.target.closest("#overview a")) left = document.activeElement; });
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.closest(".chart")) left = event.target; });
  const arrive = () => {
    const leaf = document.querySelector(".leaf:target");
    if (leaf) {
      leaf.querySelector("h2").focus({ preventScroll: true });
      scrollTo(0, 0);
    } else {
      charts.forEach((chart) => { if (!chart.node.querySelector("svg") || chart.drawn.getWidth() !== chart.node.clientWidth) draw(chart); });
      if (left) left.focus();
      left = null;
    }
  };
  addEventListener("hashchange", arrive);
  if (document.querySelector(".leaf:target")) arrive();
})();
