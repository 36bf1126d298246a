// Small charts as SVG. Each says in its label what it shows, for those who do not see it.
const NS = 'http://www.w3.org/2000/svg';

function shape(name, attributes) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function canvas(width, height, label, className) {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, class: className ?? '' });
  svg.append(Object.assign(shape('title', {}), { textContent: label }));
  return svg;
}

/** Shares of the values by group: the baseline's beside those of now. */
export function groups(feature, names, baseline, now) {
  const most = names.map((name, i) => [Math.abs(now[i] - baseline[i]), i]).sort((a, b) => b[0] - a[0])[0]?.[1];
  const label = most === undefined
    ? `${feature}: no groups`
    : `${feature}: the group ${names[most]} has ${percent(now[most])} of the values, ${percent(baseline[most])} in the baseline`;
  const svg = canvas(200, 48, label);
  svg.setAttribute('preserveAspectRatio', 'none');
  const top = Math.max(...baseline, ...now, 1e-9);
  const step = 200 / Math.max(names.length, 1);
  names.forEach((name, i) => {
    for (const [share, className, offset] of [[baseline[i], 'bar-base', 0.08], [now[i], 'bar-now', 0.5]]) {
      const height = share === 0 ? 0 : Math.max(1, share / top * 46);
      const bar = shape('rect', { class: className, x: (i + offset) * step, y: 47 - height, width: step * 0.42, height });
      bar.append(Object.assign(shape('title', {}), { textContent: `${name}: ${percent(now[i])}, baseline ${percent(baseline[i])}` }));
      svg.append(bar);
    }
  });
  svg.append(shape('line', { class: 'axis', x1: 0, x2: 200, y1: 47.5, y2: 47.5 }));
  return svg;
}

/** A figure with its interval, beside the baseline and the threshold. */
export function gauge(figure) {
  const points = [figure.value, figure.lower, figure.upper, figure.baseline, figure.threshold].filter(p => p !== null);
  let from = Math.min(...points), to = Math.max(...points);
  const room = (to - from || Math.abs(to) || 1) * 0.15;
  from -= room;
  to += room;
  const x = value => 4 + (value - from) / (to - from) * 168;
  const svg = canvas(176, 22, `${figure.title} against its baseline and threshold`, 'gauge');
  svg.append(shape('line', { class: 'axis', x1: 0, x2: 176, y1: 11, y2: 11 }));
  if (figure.lower !== null && figure.upper !== null)
    svg.append(shape('line', { class: 'range', x1: x(figure.lower), x2: x(figure.upper), y1: 11, y2: 11 }));
  if (figure.baseline !== null) svg.append(shape('line', { class: 'tick-base', x1: x(figure.baseline), x2: x(figure.baseline), y1: 4, y2: 18 }));
  if (figure.threshold !== null) svg.append(shape('line', { class: 'tick-threshold', x1: x(figure.threshold), x2: x(figure.threshold), y1: 2, y2: 20 }));
  svg.append(shape('circle', { class: figure.is_broken ? 'dot broken' : 'dot', cx: x(figure.value), cy: 11, r: 4 }));
  return svg;
}

export const percent = share => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
