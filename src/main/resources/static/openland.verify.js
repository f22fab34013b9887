// Checks one published piece in the reader's browser: content against leaf, leaf against tree, tree against signature.
// It asks the site only for what anybody can read and decides by itself.
const page = document.querySelector('[data-verify]');
const steps = document.querySelector('#steps');
const result = document.querySelector('#result');

class Mismatch extends Error {}

const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
const text = utf8 => new TextDecoder('utf-8', { fatal: true }).decode(utf8);
const hex = buffer => Array.from(new Uint8Array(buffer), b => b.toString(16).padStart(2, '0')).join('');
const same = (a, b) => hex(a) === hex(b);

function join(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return joined;
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)));
}

async function get(address) {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) {
    throw new Mismatch(`取不到${address}（状态${answer.status}）`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

function must(holds, sentence) {
  if (!holds) {
    throw new Mismatch(sentence);
  }
}

function say(sentence) {
  const line = document.createElement('li');
  line.textContent = sentence;
  steps.append(line);
}

// C2SP tlog-proof: the leaf in the extra line, its index, hashes from the leaf up, a blank line, the checkpoint.
function parseProof(proof) {
  const split = proof.indexOf('\n\n');
  const [version, extra, index, ...hashes] = proof.slice(0, split).split('\n');
  must(split > 0 && version === 'c2sp.org/tlog-proof@v1' && extra.startsWith('extra ') && /^index (0|[1-9]\d*)$/.test(index), '证明的格式不对');
  return { leaf: bytes(extra.slice(6)), index: BigInt(index.slice(6)), hashes: hashes.map(bytes), note: proof.slice(split + 2) };
}

function parseNote(note) {
  const split = note.lastIndexOf('\n\n');
  const [origin, size, root] = note.slice(0, split).split('\n');
  const signatures = note.slice(split + 2).trimEnd().split('\n').map(line => line.split(' '))
    .filter(words => words.length === 3 && words[0] === '—').map(([, name, base64]) => ({ name, bytes: bytes(base64) }));
  must(split > 0 && /^[1-9]\d*$/.test(size), '检查点的格式不对');
  return { text: note.slice(0, split + 1), origin, size: BigInt(size), root: bytes(root), signatures };
}

// RFC 9162, 2.1.3.2.
async function rootFrom(proof, size) {
  let node = proof.index;
  let last = size - 1n;
  must(node <= last, '序号超出了账本');
  let root = await sha256([0], proof.leaf);
  for (const hash of proof.hashes) {
    must(last > 0n, '证明太长');
    if ((node & 1n) === 1n || node === last) {
      root = await sha256([1], hash, root);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      root = await sha256([1], root, hash);
    }
    node >>= 1n;
    last >>= 1n;
  }
  must(last === 0n, '证明太短');
  return root;
}

async function ed25519(raw) {
  try {
    return await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return null; // an older browser
  }
}

async function checkSignature(checkpoint) {
  const line = text(await get('/ledger/key')).split('\n')[0];
  const [name, id, typed] = [line.split('+')[0], line.split('+')[1], bytes(line.split('+').slice(2).join('+'))];
  const hash = await sha256(new TextEncoder().encode(name + '\n'), typed);
  must(name === checkpoint.origin && typed[0] === 1 && hex(hash.slice(0, 4)) === id, '公布的公钥不对');
  const found = checkpoint.signatures.find(signature => signature.name === name && hex(signature.bytes.slice(0, 4)) === id);
  must(found, '检查点没有账本密钥的签名');
  const key = await ed25519(typed.slice(1));
  if (!key) {
    say('树根的签名：这个浏览器不会Ed25519，没有核对，请用下面的命令。');
    return false;
  }
  must(await crypto.subtle.verify({ name: 'Ed25519' }, key, found.bytes.slice(4), new TextEncoder().encode(checkpoint.text)), '检查点的签名不对');
  say(`树根由账本${name}的密钥${id}签名，签名正确。`);
  return true;
}

async function verify() {
  const { canonical, proof: address, salt, number, edition } = page.dataset;
  const content = await get(canonical);
  const c1 = hex(await sha256(Uint8Array.from(salt.match(/../g), pair => parseInt(pair, 16)), content));
  const proof = parseProof(text(await get(address)));
  const leaf = JSON.parse(text(proof.leaf));
  must(leaf.indexNumber === number && String(leaf.edition) === edition, '证明是另一件信息的');
  must(leaf.c1 === c1, '盐和规范文本的SHA-256与账本记下的不同：内容与公布时不一样');
  say(`盐和规范文本的SHA-256是${c1.slice(0, 8)}…，与账本记下的相同。`);
  const checkpoint = parseNote(proof.note);
  must(same(await rootFrom(proof, checkpoint.size), checkpoint.root), '这一条推不出签名的树根：它不在账本里，或账本被改动');
  say(`第${proof.index}条推到共${checkpoint.size}条的树根，与签名的树根相同。`);
  return await checkSignature(checkpoint);
}

function end(state, sentence) {
  page.dataset.verify = state;
  result.textContent = sentence;
}

if (!globalThis.crypto?.subtle) {
  end('impossible', '这个浏览器（或没有加密的连接）不能计算摘要，没有核对。请用下面的命令。');
} else {
  try {
    const signed = await verify();
    end(signed ? 'good' : 'partly', signed ? '核对通过：这是公布时的原件，在账本里，没有改动。' : '内容和账本相符，签名没有核对。');
  } catch (e) {
    end('bad', `核对不通过：${e instanceof Mismatch ? e.message : '数据读不懂'}。`);
  }
}
