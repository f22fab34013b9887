// Shows what is public already while somebody writes what he wants. Without it the next page shows the same.
const form = document.querySelector('#asking');
const place = document.querySelector('#already');
let waiting = 0;
let last = '';

async function look() {
  const fields = new URLSearchParams(new FormData(form));
  const words = fields.getAll('asked').join('\n').trim();
  if (words === last || words.length < 4) {
    return;
  }
  last = words;
  fields.set('act', 'glance');   // in the body: what somebody writes belongs in no address
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields });
    if (answer.ok && words === last) {
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#already');
      place.replaceChildren(...(found ? found.childNodes : []));
    }
  } catch {
    last = '';   // the next page shows it anyway
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 700);
});
