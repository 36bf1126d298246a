// Reads /api/v1/status every few seconds and writes the page from it. What the reader opened, chose or focused stays as it is.
import { gauge, groups, percent } from './charts.js';

const EVERY = 2000;
const MOST_FEATURES = 8;
const WORDS = { waiting: '○ waiting', learning: '◔ learning', healthy: '✓ healthy', drifting: '△ drifting', degraded: '✕ degraded' };
const ROOMY = new Set(['Interval', 'Threshold']); // columns that a phone has no room for; the drawing beside them shows the same
const chosen = new Map(); // what the reader chose, by model: version, window, all features
let last = null;

const h = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith('on')) element[key] = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return element;
};

const number = value => value === null ? '–' : Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const count = value => value === null ? '–' : value.toLocaleString('en');
const bytes = value => value === null ? '–' : value < 1024 ? `${value} B` : value < 1 << 20 ? `${(value / 1024).toFixed(1)} KiB` : `${(value / (1 << 20)).toFixed(1)} MiB`;
const words = key => key.replaceAll('_', ' ');
const slug = text => encodeURIComponent(text).replaceAll('%', '-');
const moment = seconds => seconds === null ? '–' : new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 16) + ' UTC';
const time = seconds => seconds === null ? '–' : h('time', { datetime: new Date(seconds * 1000).toISOString() }, moment(seconds));
const duration = seconds => seconds === null ? '–' : seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${Math.round(seconds / 60)} min` : seconds < 86400 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
const level = verdict => h('span', { class: `level ${verdict.level}` }, WORDS[verdict.level]);
const cell = (content, attributes) => h('td', attributes, content);
const head = (...names) => h('thead', {}, h('tr', {}, names.map(name => h('th', { scope: 'col', class: ROOMY.has(name) ? 'roomy' : null }, name))));
const table = (caption, header, rows) => h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, h('table', {}, h('caption', {}, caption), header, h('tbody', {}, rows)));

function choose(model, key, value) {
  chosen.set(model, { ...chosen.get(model), [key]: value });
  render(last);
}

function choices(legend, names, selected, onChoose) {
  return names.length < 2 ? null : h('fieldset', {}, h('legend', {}, legend),
    names.map(name => h('button', { type: 'button', 'aria-pressed': String(name === selected), onclick: () => onChoose(name) }, name)));
}

const card = model => h('a', { class: `card ${model.verdict.level}`, href: `#${slug(model.model)}` },
  h('span', { class: 'title' }, h('strong', {}, model.model), level(model.verdict), h('span', { class: 'soft' }, model.task)),
  h('p', {}, model.verdict.text));

function modelSection(model) {
  const wants = chosen.get(model.model) ?? {};
  const version = model.versions.find(v => v.version === wants.version) ?? model.versions[0];
  const title = h('div', { class: 'title' }, h('h2', { id: `${slug(model.model)}-title` }, model.model), h('span', { class: 'soft' }, model.task), level(model.verdict));
  if (!version) return h('section', { id: slug(model.model), 'aria-labelledby': `${slug(model.model)}-title` }, title, h('p', { class: 'verdict' }, model.verdict.text));
  const window = version.windows.find(w => w.window === wants.window) ?? version.windows.find(w => w.window === version.verdict.window) ?? version.windows[0];
  return h('section', { id: slug(model.model), 'aria-labelledby': `${slug(model.model)}-title` },
    title,
    h('p', { class: `verdict ${version.verdict.level}` }, version.verdict.text),
    versions(model),
    choices('Version', model.versions.map(v => v.version), version.version, name => choose(model.model, 'version', name)),
    choices('Window', version.windows.map(w => w.window), window.window, name => choose(model.model, 'window', name)),
    h('p', { class: 'soft' }, `${count(window.predictions)} predictions and ${count(window.labels)} labels in this window.`),
    h('h3', {}, 'Performance'), performance(version, window),
    h('h3', {}, 'Features'), features(model, version, window, wants.all),
    h('h3', {}, 'Data quality'), quality(version, window),
    h('h3', {}, 'Labels'), join(model, version));
}

function versions(model) {
  if (model.versions.length < 2) return null;
  return table('Versions, side by side', head('Version', 'Verdict', 'Last prediction', 'Predictions', 'Labels', ...model.versions[0].windows.map(w => `First figure, ${w.window}`)),
    model.versions.map(v => h('tr', {}, h('th', { scope: 'row' }, v.version), cell(level(v.verdict)), cell(time(v.last_prediction)), cell(count(v.predictions)), cell(count(v.labels)),
      v.windows.map(w => cell(w.figures.length === 0 ? '–' : `${w.figures[0].title} ${number(w.figures[0].value)}`)))));
}

function performance(version, window) {
  if (window.figures.length === 0) return h('p', {}, version.labels === 0 ? 'No label has been joined yet.' : 'No label has come for what this window holds.');
  const learning = version.baseline.labels === 0 ? h('p', { class: 'soft' }, `The baseline is being learnt from the first ${extent(version.baseline)}labels.`) : null;
  return h('div', {}, learning, table('Figures of this window. ✕ is beyond its threshold and no chance, △ is beyond it without an interval that says so', head('Figure', 'Now', 'Interval', 'Baseline', 'Threshold', 'Place', ''),
    window.figures.map(f => h('tr', {},
      h('th', { scope: 'row' }, f.title),
      cell(f.is_broken ? h('span', { class: 'bad' }, `✕ ${number(f.value)}`) : f.is_beyond ? h('span', { class: 'warn' }, `△ ${number(f.value)}`) : number(f.value)),
      cell(f.lower === null ? '' : `${number(f.lower)} to ${number(f.upper)}`, { class: 'roomy' }),
      cell(number(f.baseline)),
      cell(f.threshold === null ? '' : `${f.better > 0 ? 'below' : 'above'} ${number(f.threshold)}`, { class: 'roomy' }),
      cell(gauge(f)),
      cell(f.broken_since === null ? '' : h('span', { class: 'soft' }, 'since ', time(f.broken_since)))))));
}

function features(model, version, window, all) {
  if (window.features.length === 0) return h('p', {}, `Learning the baseline from the first ${extent(version.baseline)}predictions.`);
  const shown = all ? window.features : window.features.slice(0, MOST_FEATURES);
  const baseline = new Map(version.baseline.features.map(f => [f.feature, f]));
  return h('div', {},
    h('p', { class: 'legend' }, 'Share of the values by group. Beside the name: drift over its threshold, from 1 × on it has drifted.', h('i', {}), 'baseline', h('i', { class: 'now' }), 'now'),
    h('ul', { class: 'features' }, shown.map(f => {
      const base = baseline.get(f.feature);
      return h('li', { id: `${slug(model.model)}-${slug(f.feature)}` },
        h('div', { class: 'title' }, h('b', {}, f.feature), drift(f)),
        base ? groups(f.feature, base.groups, base.ratios, f.ratios) : null,
        f.drifted_since === null ? null : h('span', { class: 'soft' }, 'drifted since ', time(f.drifted_since)));
    })),
    window.features.length <= MOST_FEATURES ? null
      : h('button', { type: 'button', class: 'plain', onclick: () => choose(model.model, 'all', !all) }, all ? 'Show the most drifted only' : `Show all ${window.features.length}`));
}

const drift = feature => feature.drift_score === null
  ? h('span', { class: 'soft' }, `too few values (${count(feature.values)})`)
  : h('span', { class: feature.is_drifted ? 'warn' : 'soft' }, `${feature.is_drifted ? '△ ' : ''}${feature.drift_score.toFixed(2)} ×`);

function quality(version, window) {
  const faulty = window.features.filter(f => Object.keys(f.faults).length > 0);
  const since = Object.entries(version.faults);
  return h('div', {},
    faulty.length === 0 ? h('p', {}, 'Every value of this window is there, of its type, known and in range.')
      : table('Values of this window that are not as in the baseline', head('Feature', 'Usable values', 'Faults'),
        faulty.map(f => h('tr', {}, h('th', { scope: 'row' }, f.feature), cell(count(f.values)),
          cell(Object.entries(f.faults).map(([fault, n]) => `${words(fault)} ${count(n)} (${percent(n / Math.max(1, window.predictions))})`).join(', '))))),
    since.length === 0 ? null : h('p', { class: 'soft' }, 'Since the start: ', since.map(([fault, n]) => `${words(fault)} ${count(n)}`).join(', '), '.'));
}

function join(model, version) {
  const dropped = Object.entries(model.join.dropped).map(([reason, n]) => `${words(reason)} ${count(n)}`).join(', ');
  const facts = [
    ['Joined', `${count(version.labels)} of ${count(version.predictions)} predictions`],
    ['Delay of labels', version.label_delay_p50 === null ? '–' : `half within ${duration(version.label_delay_p50)}, 90 % within ${duration(version.label_delay_p90)}`],
    ['Last prediction', time(version.last_prediction)],
    ['Last label', time(version.last_label)],
    ['Waiting for a label', `${count(model.join.predictions_pending)} predictions`],
    ['Waiting for a prediction', `${count(model.join.labels_pending)} labels`],
    ['Expired without a label', count(model.join.predictions_expired)],
    ['Forgotten, too many waited', count(model.join.predictions_evicted)],
    ['Labels not joined', dropped || 'none'],
    ['Baseline', version.baseline.rows === 0 ? 'being learnt' : `${version.baseline.is_given ? 'from a file' : 'learnt'}, ${count(version.baseline.rows)} rows, ${count(version.baseline.labels)} labels`],
  ];
  return h('dl', { class: 'facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

/** How many records a learnt baseline takes; nothing where it takes those of a span. */
const extent = baseline => baseline.span_seconds === null ? `${count(baseline.first)} ` : '';

function sources(status) {
  const rejected = status.sources.flatMap(s => s.rejected.map(r => [s, r]));
  return [
    h('h2', { id: 'sources-title' }, 'Sources'),
    table('What came from where, since the start', head('Source', 'State', 'Accepted', 'Rejected', 'Files', 'Not read yet', 'Trouble'),
      status.sources.map(s => h('tr', {}, h('th', { scope: 'row' }, s.source),
        cell(s.is_up ? 'up' : h('span', { class: 'bad' }, '✕ down')), cell(count(s.accepted)), cell(count(s.rejected.reduce((n, r) => n + r.count, 0))),
        cell(count(s.files)), cell(s.lag_records === null ? bytes(s.lag_bytes) : `${count(s.lag_records)} messages`),
        cell([...Object.entries(s.errors).map(([kind, n]) => `${words(kind)} ${count(n)}`), ...(s.lines_too_long ? [`lines too long ${count(s.lines_too_long)}`] : [])].join(', ') || '–')))),
    rejected.length === 0 ? h('p', {}, 'No record was rejected.')
      : table('Rejected records; in the examples letters are x and digits 9', head('Source', 'Reason', 'Count', 'First one'),
        rejected.map(([s, r]) => h('tr', {}, cell(s.source), cell(r.text), cell(count(r.count)), cell(r.example === null ? '' : h('code', {}, r.example))))),
  ];
}

function kept(checkpoint) {
  if (checkpoint.folder === null) return ['State is not kept: a restart begins anew.'];
  return [
    'State is kept in ', h('code', {}, checkpoint.folder), ...(checkpoint.written_at === null ? ['. No checkpoint was written yet. '] : ['; the last checkpoint is of ', time(checkpoint.written_at), `, ${bytes(checkpoint.bytes)}. `]),
    checkpoint.failures === 0 ? null : h('span', { class: 'bad' }, `✕ ${count(checkpoint.failures)} could not be written; the log says why.`),
  ];
}

function config(status) {
  return [
    h('h2', { id: 'config-title' }, 'Config'),
    h('p', {}, 'Taken over ', time(status.config.taken_at), `, hash ${status.config.hash}. `,
      status.config.last_reload_successful ? null : h('span', { class: 'bad' }, '✕ The last attempt to take over a config was refused; the log says why.')),
    h('p', {}, ...kept(status.checkpoint)),
    ...(status.config.assumptions.length === 0 ? [] : [
      h('p', {}, 'No config file was given. This was found out from the logs:'),
      h('pre', { tabindex: '0' }, status.config.assumptions.join('\n')),
    ]),
    h('details', {}, h('summary', {}, 'The config in force; a key that is not in it has its default'), h('pre', { tabindex: '0' }, status.config.yaml)),
  ];
}

/** Makes a node like another one, and touches only what differs: focus, open details and scroll positions stay. */
function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName || from.id !== to.id) {
    from.replaceWith(to);
    return;
  }
  if (from.nodeType === Node.TEXT_NODE) {
    if (from.data !== to.data) from.data = to.data;
    return;
  }
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  from.onclick = to.onclick;
  const [old, fresh] = [[...from.childNodes], [...to.childNodes]];
  fresh.forEach((node, i) => i < old.length ? morph(old[i], node) : from.append(node));
  old.slice(fresh.length).forEach(node => node.remove());
}

function fill(id, children) {
  const target = document.getElementById(id);
  const fresh = target.cloneNode(false);
  fresh.append(...children);
  morph(target, fresh);
}

function render(status) {
  last = status;
  fill('overview', [...status.models.map(card), ...status.silent.map(name => h('p', { class: 'card' }, `${name} is too busy to answer.`))]);
  fill('models', status.models.map(modelSection));
  fill('sources', sources(status));
  fill('config', config(status));
  fill('about', [h('p', {}, `ModelExporter ${status.version}, revision ${status.revision}. `, h('a', { href: 'api/v1/status' }, 'This page as JSON'))]);
  const worst = ['degraded', 'drifting'].find(l => status.models.some(m => m.verdict.level === l));
  document.title = `${worst ? `${WORDS[worst]} · ` : ''}Status · ModelExporter`;
}

async function update() {
  const note = document.getElementById('updated');
  try {
    const response = await fetch('api/v1/status');
    if (!response.ok) throw new Error((await response.text()).trim() || `HTTP ${response.status}`);
    render(await response.json());
    note.textContent = 'Live';
    note.className = '';
  } catch (error) {
    note.textContent = `Not live: ${error.message}`;
    note.className = 'bad';
  }
  setTimeout(update, EVERY);
}

update();
