// Comfort for officers who cover parts of a page: draw with the pointer what can also be typed. The page works without it.
const sheet = document.querySelector('[data-sheet]');
const form = document.querySelector('form[data-area]');
const how = document.querySelector('[data-how]');

const frame = document.createElement('i');
frame.hidden = true;
let from = null;

function place(event) {
  const box = sheet.getBoundingClientRect();
  const part = (at, start, length) => Math.min(100, Math.max(0, (at - start) / length * 100));
  return { x: part(event.clientX, box.left, box.width), y: part(event.clientY, box.top, box.height) };
}

function show() {
  const value = name => Number(form.elements[name].value) || 0;
  frame.hidden = !(value('width') > 0 && value('height') > 0);
  frame.style.left = `${value('x')}%`;
  frame.style.top = `${value('y')}%`;
  frame.style.width = `${value('width')}%`;
  frame.style.height = `${value('height')}%`;
}

function draw(event) {
  if (!from) return;
  const to = place(event);
  form.elements.x.value = Math.min(from.x, to.x).toFixed(2);
  form.elements.y.value = Math.min(from.y, to.y).toFixed(2);
  form.elements.width.value = Math.abs(to.x - from.x).toFixed(2);
  form.elements.height.value = Math.abs(to.y - from.y).toFixed(2);
  show();
}

if (sheet && form) {
  sheet.append(frame);
  sheet.classList.add('draw');
  how.textContent = '在上面的页面上拖出一块，或者填写它的位置（页宽、页高的百分之几）。';
  sheet.addEventListener('dragstart', event => event.preventDefault());
  sheet.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    from = place(event);
    draw(event);
  });
  sheet.addEventListener('pointermove', draw);
  sheet.addEventListener('pointerup', event => {
    draw(event);
    from = null;
    form.querySelector('select').focus({ preventScroll: true });
  });
  sheet.addEventListener('pointercancel', () => { from = null; });
  form.addEventListener('input', show);
}
