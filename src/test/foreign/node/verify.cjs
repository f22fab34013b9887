// Reads cases, one JSON object a line, and answers each with 1 or 0: what @sigstore/verify, or with the word sm2 sm-crypto, says.
'use strict';
const { createPublicKey } = require('node:crypto');
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle');
const { sm2 } = require('sm-crypto');

const verify = process.argv[2] === 'sm2' ? smCrypto : sigstore;
const lines = require('node:fs').readFileSync(0, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
process.stdout.write(lines.map(c => accepts(() => verify(c))).join('\n') + '\n');

function accepts(said) {
  try {
    return said() ? '1' : '0';
  } catch {
    return '0';
  }
}

function sigstore(c) {
  const log = { logID: Buffer.from(c.hint, 'hex'), baseURL: 'https://' + c.origin, publicKey: createPublicKey(c.pem) };
  const checkpoint = verifyCheckpoint({ inclusionProof: { checkpoint: { envelope: c.note } } }, [log]);
  verifyMerkleInclusion({
    canonicalizedBody: Buffer.from(c.leaf, 'base64'),
    inclusionProof: { logIndex: c.index, hashes: c.hashes.map(hash => Buffer.from(hash, 'base64')) },
  }, checkpoint);
  return checkpoint.origin === c.origin;
}

// The note is taken apart by its own rules; the signature is left to sm-crypto.
function smCrypto(c) {
  const split = c.note.lastIndexOf('\n\n');
  const text = c.note.slice(0, split + 1);
  return c.note.slice(split + 2).split('\n').some(line => {
    const [dash, name, base64] = line.split(' ');
    const signature = Buffer.from(base64 ?? '', 'base64');
    return dash === '—' && name === c.origin && signature.subarray(0, 4).toString('hex') === c.sm2Hint
      && sm2.doVerifySignature(Array.from(Buffer.from(text, 'utf8')), signature.subarray(4).toString('hex'), c.sm2Key,
        { der: true, hash: true, userId: '1234567812345678' });
  });
}
