// A table of a draft as in a spreadsheet. Comfort only: every cell is an input of the form, and the box below takes any number of rows.
const grid = document.querySelector('[data-cells]');
const box = document.querySelector('#text');
const said = document.querySelector('[data-said]');
const rows = [...grid.tBodies[0].rows].map(row => [...row.querySelectorAll('td > :is(input, select, textarea)')]);
const labels = [...grid.tHead.rows[0].cells].slice(1).map(cell => bare(cell.firstChild.textContent));

function bare(text) {
  return text.replace(/[\s*]/g, '').replace(/[(（][^()（）]{1,20}[)）]$/, '');
}

function placeOf(cell) {
  const row = rows.findIndex(line => line.includes(cell));
  return row < 0 ? null : [row, rows[row].indexOf(cell)];
}

function go(row, column) {
  const cell = rows[row]?.[column];
  if (!cell) return false;
  cell.focus();
  cell.select?.();
  return true;
}

const moves = {
  Enter: (row, column, back) => [row + (back ? -1 : 1), column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowUp: (row, column) => [row - 1, column],
  Tab: (row, column, back) => {
    const next = column + (back ? -1 : 1);
    return next < 0 ? null : next < rows[row].length ? [row, next] : [row + 1, 0];
  },
};

grid.addEventListener('keydown', event => {
  const place = placeOf(event.target);
  if (!place || !moves[event.key] || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key.startsWith('Arrow') && !event.target.matches('input') || event.key === 'Enter' && event.target.matches('textarea')) return;
  const next = moves[event.key](...place, event.shiftKey);
  if (next && go(...next) || event.key === 'Enter') event.preventDefault();
});

// Cells apart by tabs, quoted where they hold a line break.
function tabbed(text) {
  const cells = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').match(/(?:^|[\t\n])(?:"(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)/g) || [];
  const found = [];
  cells.forEach((cell, i) => {
    const inner = i === 0 ? cell.replace(/^[\t\n]/, '') : cell.slice(1);
    if (i === 0 || cell[0] === '\n') found.push([]);
    found.at(-1).push(/^"(?:[^"]|"")*"$/.test(inner) ? inner.slice(1, -1).replaceAll('""', '"') : inner);
  });
  return found;
}

function inHtml(html) {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table || table.querySelector('[rowspan], [colspan]')) return null;
  return [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.replace(/\s+/g, ' ').trim()));
}

function fill(cell, text) {
  const choice = cell.matches('select') && [...cell.options].find(option => option.value === text || option.text === text.trim());
  if (choice) choice.selected = true;
  else if (cell.matches('select')) cell.add(new Option(text, text, true, true));
  else cell.value = text;
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}

function hasHeads(line) {
  return line.filter(cell => labels.includes(bare(cell))).length * 2 >= line.filter(cell => cell.trim()).length;
}

function quoted(cell) {
  return /[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function intoBox(lines) {
  const heads = hasHeads(lines[0]);
  box.value = lines.map(line => line.map(quoted).join('\t')).join('\n');
  document.querySelector('[data-heads]').checked = heads;
  const many = heads ? lines.length - 1 : lines.length;
  said.textContent = `粘贴的${many}行已经在下面的框里：选“替换”或“追加”，再按“放进表格”。`;
  document.querySelector('[data-take]').focus();
}

grid.addEventListener('paste', event => {
  const place = placeOf(event.target);
  const plain = event.clipboardData.getData('text/plain');
  const lines = (plain.includes('\t') ? null : inHtml(event.clipboardData.getData('text/html'))) || tabbed(plain);
  if (!place || lines.length === 0 || lines.length === 1 && lines[0].length === 1) return;
  event.preventDefault();
  const [row, column] = place;
  const fits = row + lines.length <= rows.length && lines.every(line => column + line.length <= rows[row].length);
  if (fits && !hasHeads(lines[0])) {
    lines.forEach((line, i) => line.forEach((text, j) => fill(rows[row + i][column + j], text)));
    said.textContent = `已粘贴${lines.length}行，还没有保存。`;
  } else {
    intoBox(lines);
  }
});

let typed = false;
addEventListener('input', () => { typed = true; });
addEventListener('submit', () => { typed = false; });
addEventListener('beforeunload', event => { if (typed) event.preventDefault(); });
