// The text of a draft as it will look. Comfort only: the form field is the textarea, which is always right, and stays when this fails.
const area = document.querySelector('textarea.body');
const token = area?.form?.elements._csrf;
const RICH = /<(?:h[1-6]|ul|ol|table|strong|em|u|a|sup|sub)\b/;

function made(name, attributes, text) {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text) element.textContent = text;
  return element;
}

// What the server would keep of a text: what is seen here is what would be published.
async function cleaned(text) {
  const answer = await fetch('/desk/rich-text', {
    method: 'POST', redirect: 'manual',
    headers: { 'Content-Type': 'text/plain;charset=utf-8', 'X-XSRF-TOKEN': token.value, Accept: 'application/json' }, body: text,
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

function start() {
  const label = document.querySelector(`label[for="${area.id}"]`);
  label.id ||= `${area.id}-label`;
  const box = made('div', { class: 'richtext' });
  const status = made('p', { class: 'small', role: 'status' });
  const open = made('button', { type: 'button', class: 'quiet' }, '按公布的样子编辑');
  const bar = made('div', { role: 'toolbar', 'aria-label': '正文格式', 'aria-controls': `${area.id}-rich`, hidden: '' });
  const editor = made('div', {
    id: `${area.id}-rich`, class: 'doc box', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label.id,
    tabindex: '0', spellcheck: 'false', hidden: '',
  });
  ['aria-describedby', 'aria-invalid'].forEach(name => area.hasAttribute(name) && editor.setAttribute(name, area.getAttribute(name)));
  area.after(box);
  box.append(open, bar, editor, status);
  const say = sentences => { status.textContent = sentences.join(''); };

  const isOpen = () => !editor.hidden;

  function keep() {
    area.value = editor.textContent.trim() || editor.querySelector('table') ? editor.innerHTML : '';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function show(html) {
    editor.innerHTML = html || '<p><br></p>';
    area.hidden = open.hidden = true;
    bar.hidden = editor.hidden = false;
  }

  function close() {
    keep();
    area.hidden = open.hidden = false;
    bar.hidden = editor.hidden = true;
    area.focus();
  }

  async function showCleaned() {
    const before = area.value;
    try {
      const kept = before.trim() ? await cleaned(before) : { html: '', notices: [] };
      if (area.value !== before) return;   // somebody went on typing
      show(kept.html);
      say(kept.notices);
    } catch (failed) {
      say(['现在不能按公布的样子显示，文字都在，可以继续在这里写。']);
    }
  }

  function run(command, value) {
    editor.focus();
    document.execCommand(command, false, value);
    keep();
  }

  const heading = level => () => run('formatBlock', document.queryCommandValue('formatBlock') === level ? 'p' : level);
  const cell = () => { const at = getSelection().anchorNode; return (at?.nodeType === 1 ? at : at?.parentElement)?.closest('td, th'); };

  // The table is replaced as a whole, so that the change can be undone like any other.
  function table(change) {
    const at = cell();
    const old = at?.closest('table');
    if (!at || !editor.contains(old)) return say(['请先把光标放在表格里。']);
    if (old.querySelector('[colspan], [rowspan]')) return say(['这个表格有合并的格，请在原来的文件里改好，再整表粘贴。']);
    const row = at.parentElement.rowIndex;
    const fresh = old.cloneNode(true);
    change(fresh, row, at.cellIndex);
    const range = document.createRange();
    range.selectNode(old);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    run('insertHTML', fresh.rows.length && fresh.rows[0].cells.length ? fresh.outerHTML : '<p><br></p>');
    return say([]);
  }

  function blank(like) {
    const added = made('td', {});
    if (like.tagName === 'TH' && like.getAttribute('scope') === 'row') return made('th', { scope: 'row' });
    return added;
  }

  function addRow(fresh, row) {
    const line = made('tr', {});
    [...fresh.rows[row].cells].forEach(like => line.append(blank(like)));
    const body = fresh.rows[row].closest('thead') ? fresh.tBodies[0] || fresh.appendChild(made('tbody', {})) : null;
    if (body) body.prepend(line); else fresh.rows[row].after(line);
    [...line.cells].forEach(added => { added.innerHTML = '<br>'; });
  }

  function addColumn(fresh, row, column) {
    [...fresh.rows].forEach(line => {
      const like = line.cells[column];
      const added = like?.tagName === 'TH' && like.getAttribute('scope') !== 'row' ? made('th', { scope: 'col' }) : made('td', {});
      added.innerHTML = '<br>';
      if (like) like.after(added); else line.append(added);
    });
  }

  function link() {
    const address = prompt('链接的网址，以https://或/开头；空着就去掉链接', 'https://');
    if (address === null) return;
    if (!address || address === 'https://') run('unlink');
    else if (/^(?:https?:\/\/|\/(?!\/))/.test(address)) run('createLink', address);
    else say(['网址应以https://、http://或/开头。']);
  }

  const NEW = '<table><thead><tr><th scope="col">栏目</th><th scope="col">栏目</th></tr></thead><tbody><tr><td><br></td><td><br></td></tr></tbody></table><p><br></p>';
  const tools = [
    ['标题', heading('h3'), 'Ctrl+Alt+1'], ['小标题', heading('h4'), 'Ctrl+Alt+2'], ['加粗', () => run('bold'), 'Ctrl+B'],
    ['列表', () => run('insertUnorderedList')], ['链接', link, 'Ctrl+K'], ['表格', () => run('insertHTML', NEW)],
    ['加行', () => table(addRow)], ['加列', () => table(addColumn)],
    ['删行', () => table((fresh, row) => fresh.deleteRow(row))],
    ['删列', () => table((fresh, row, column) => [...fresh.rows].forEach(line => line.cells[column]?.remove()))],
    ['撤销', () => run('undo'), 'Ctrl+Z'], ['重做', () => run('redo'), 'Ctrl+Shift+Z'], ['改用文字框', close],
  ];
  const buttons = tools.map(([name, act, keys], i) => {
    const button = made('button', { type: 'button', class: 'quiet', tabindex: i ? '-1' : '0', ...(keys ? { title: `${name}（${keys}）`, 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') } : {}) }, name);
    button.addEventListener('mousedown', event => event.preventDefault());   // the selection stays in the text
    button.addEventListener('click', () => { say([]); act(); });
    return button;
  });
  bar.append(...buttons);
  bar.addEventListener('keydown', event => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length];
    buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });

  editor.addEventListener('keydown', event => {
    event.stopPropagation();   // letters here are text, not keys of the desk
    const act = (event.ctrlKey || event.metaKey) && { 'Alt1': heading('h3'), 'Alt2': heading('h4'), 'k': link }[(event.altKey ? 'Alt' : '') + event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.altKey && event.key === 'F10') {
      event.preventDefault();
      buttons.find(button => button.tabIndex === 0).focus();
    }
  });
  editor.addEventListener('input', event => { event.stopPropagation(); keep(); });
  editor.addEventListener('focus', () => document.execCommand('defaultParagraphSeparator', false, 'p'));
  area.form.addEventListener('submit', () => { if (isOpen()) keep(); });
  label.addEventListener('click', () => { if (isOpen()) editor.focus(); });
  open.addEventListener('click', async () => { await showCleaned(); if (isOpen()) editor.focus(); });

  async function paste(event, insert, plainly) {
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    if (!html && event.target.closest('textarea')) return;
    event.preventDefault();
    say(['正在整理粘贴的内容…']);
    try {
      const kept = await cleaned(html || plain);
      say(await insert(kept, plain) ?? kept.notices);
    } catch (failed) {
      plainly(plain);
      say(['格式没有带过来，只粘贴了文字：现在连不上服务器或登录已经过期。']);
    }
  }

  editor.addEventListener('paste', event => {
    const place = getSelection().rangeCount ? getSelection().getRangeAt(0).cloneRange() : null;
    const put = (command, value) => {
      editor.focus();
      if (place) {
        getSelection().removeAllRanges();
        getSelection().addRange(place);
      }
      run(command, value);
    };
    paste(event, kept => {
      const one = kept.html.match(/^<p>((?:(?!<\/?(?:p|h\d|ul|ol|table)\b).)*)<\/p>$/s);
      const holds = place?.startContainer.parentElement?.closest('#' + editor.id + ' :is(p, h3, h4, h5, li, td, th)');
      put('insertHTML', one && holds ? one[1] : kept.html);
    }, plain => put('insertText', plain));
  });

  area.addEventListener('paste', event => {
    const [from, to, value] = [area.selectionStart, area.selectionEnd, area.value];
    const plainly = plain => { area.focus(); document.execCommand('insertText', false, plain); };
    paste(event, async (kept, plain) => {
      if (!RICH.test(kept.html) && plain) {
        plainly(plain);
        return kept.notices;
      }
      const around = await Promise.all([value.slice(0, from), value.slice(to)].map(part => part.trim() ? cleaned(part) : { html: '' }));
      show(around[0].html + kept.html + around[1].html);
      keep();
      editor.focus();
      return kept.notices;
    }, plainly);
  });

  if (/^\s*</.test(area.value)) showCleaned();
}

if (area && token) start();
