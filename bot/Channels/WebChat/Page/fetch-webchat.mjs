// Fetches Microsoft's Web Chat and leaves it compressed in the folder given: `node fetch-webchat.mjs <folder>`.
// The package comes from whichever registry npm is set up for; the digest below says whether it is the right one.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const name = 'botframework-webchat';
const version = '4.18.1';
const sha512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(folder, 'fetching-'));
try {
  const tarball = fetchPackage();
  const [script, license] = extract(tarball, 'webchat.js', 'webchat.js.LICENSE.txt');
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: script.length } };
  keep('webchat.js.br', brotliCompressSync(script, quality));
  keep('webchat.js.gz', gzipSync(script, { level: 9 }));
  keep('webchat.js.LICENSE.txt', license);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function fetchPackage() {
  const kept = `${name}-${version}.tgz`;
  if (!existsSync(join(folder, kept))) {
    npm('pack', `${name}@${version}`, '--silent', '--pack-destination', '.');
    renameSync(join(work, kept), join(folder, kept));
  }
  const found = createHash('sha512').update(readFileSync(join(folder, kept))).digest('base64');
  if (found !== sha512) {
    rmSync(join(folder, kept));
    fail(`${kept} has the SHA-512 ${found}, expected ${sha512}. It was thrown away.`);
  }
  return join('..', kept);
}

function extract(tarball, ...files) {
  execFileSync('tar', ['-xzf', tarball, '--strip-components=2', ...files.map(file => `package/dist/${file}`)], { cwd: work });
  return files.map(file => readFileSync(join(work, file)));
}

// By rename, so that a build beside this one never sees half a file.
function keep(file, bytes) {
  writeFileSync(join(work, file), bytes);
  renameSync(join(work, file), join(folder, file));
}

function npm(...args) {
  try {
    // npm is a script on Windows, which only a shell starts.
    execFileSync('npm', args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  } catch (error) {
    fail(error.code === 'ENOENT' ? 'npm was not found. Install Node.js 20 or later with npm.' : `npm could not fetch ${name}@${version}: ${error.message}`);
  }
}

function fail(message) {
  // The form in which MSBuild recognises an error of a tool.
  console.error(`fetch-webchat : error WEBCHAT : ${message}`);
  rmSync(work, { recursive: true, force: true });
  process.exit(1);
}
