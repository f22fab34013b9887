// Comfort for officers; every page of the desk works without it. It keeps what is typed, and moves through lists by keys.
const said = document.querySelector('[data-said]');
const form = document.querySelector('form[data-autosave]');

function say(sentence) {
  if (said) said.textContent = sentence;
}

// The token of a form is renewed at sign-in: take the one of a page that is fresh.
async function freshToken() {
  const answer = await fetch(location.pathname, { redirect: 'manual' });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('form[data-autosave] input[name=_csrf]');
  if (!fresh) return false;
  document.querySelectorAll('input[name=_csrf]').forEach(old => { old.value = fresh.value; });
  return true;
}

function post() {
  return fetch(`${form.getAttribute('action')}/autosave`, {
    method: 'POST', redirect: 'manual', headers: { Accept: 'application/json' }, body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout(20000),
  });
}

let typed = false;   // since the last try
let unsaved = false; // since the last success
let running = false;
let asked = null;    // the button that was pressed while a try was under way

async function keep() {
  if (!typed || running) return;
  running = true;
  typed = false;
  unsaved = true;
  try {
    let answer = await post();
    let out = false;
    if (answer.status === 403) {
      out = !await freshToken();
      if (!out) answer = await post();
    }
    if (answer.ok) {
      const kept = await answer.json();
      form.elements.digest.value = kept.digest;
      unsaved = typed;
      say(`${kept.at}自动保存。${kept.stops > 0 ? `还有${kept.stops}处必须改，保存后在每一栏旁边看得到。` : ''}`);
    } else if (out || answer.type === 'opaqueredirect' || answer.status === 401) {
      typed = true;
      say('登录已经过期，没有保存。您写的字还在这一页：请另开一页登录，再回到这里继续，会接着自动保存。');
    } else {
      const problem = await answer.json().catch(() => ({}));
      say(`没有自动保存：${problem.detail || '请按“保存”看原因。'}`);
    }
  } catch (away) {
    typed = true;
    say('网络断了，没有保存。您写的字还在这一页，连上以后会接着自动保存。');
  }
  running = false;
  if (asked) {
    const { button } = asked;
    asked = null;
    form.requestSubmit(button);
  }
}

if (form) {
  form.addEventListener('input', () => { typed = true; unsaved = true; });
  // What is being kept by itself gives the draft another digest: the button waits for it.
  form.addEventListener('submit', event => {
    if (running) {
      event.preventDefault();
      asked = { button: event.submitter };
      say('正在自动保存，马上就办。');
      return;
    }
    typed = false;
    unsaved = false;
  });
  setInterval(keep, Number(form.dataset.autosave) || 5000);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
}

// Keys of a list: J and K go down and up, X ticks, B opens what is ticked, / goes to the search.
const rows = [...document.querySelectorAll('a[data-row]')];

function go(by) {
  const at = rows.indexOf(document.activeElement);
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  if (next) next.focus();
}

const keys = {
  j: () => go(1),
  k: () => go(-1),
  x: () => {
    const box = document.activeElement.closest('tr')?.querySelector('input[type=checkbox]');
    if (box) box.checked = !box.checked;
  },
  b: () => document.querySelector('[data-batch]')?.click(),
  '/': () => document.querySelector('#q')?.focus(),
};

addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
