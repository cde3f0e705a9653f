// SPDX-License-Identifier: Apache-2.0
// The real program on a database of its own: made, filled with the demonstration, served on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { laws } from './clue-reports.mjs';
import { openSite } from './own-site.mjs';

const program = process.env.ANPING_BIN;
export const firstPassword = 'handed-over-2026'; // of those whom the operator appoints at the machine
export const permitOffices = { permit_officer: 'changji-permit', leader: 'changji-leader' };

// Of the county, and of the prefecture above it.
export const deskOfficers = { clerk: 'changji-two', leader: 'changji-chief', section_head: 'prefecture-head' };
export const caseOfficers = { discipline_officer: 'changji-discipline' };
// Experts of the county, who review reports: login and name.
export const reviewers = { 'expert-shen': '沈评审（演示）', 'expert-han': '韩评审（演示）' };
const deskNames = { clerk: '昌吉市二经办（演示）', leader: '昌吉市分管领导（演示）', section_head: '昌吉州科长（演示）' };

export function anping(data, database, ...words) {
  return anpingFed('', data, database, ...words);
}

// With something on its standard input: a password.
function anpingFed(input, data, database, ...words) {
  return execFileSync(program, [...words, '--data', data], {
    input,
    env: { ...process.env, ...(database ? { ANPING_DATABASE: database } : {}) },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

// A fresh PostgreSQL database in the cluster of ANPING_TEST_PG ("host=... port=... user=... dbname=...").
export function freshPostgres(name) {
  const conninfo = process.env.ANPING_TEST_PG;
  if (!conninfo) throw new Error('ANPING_TEST_PG is not set: run this through scripts/browser-tests.sh');
  execFileSync('psql', [conninfo, '-qc', `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`]);
  return `postgresql:${conninfo.replace(/dbname=\S+/, `dbname=${name}`)}`;
}

export async function start(database) {
  const directory = mkdtempSync(join(tmpdir(), 'anping-e2e-'));
  const data = join(directory, 'var');
  const [, adminPassword] = /with the password (\S+)/.exec(anping(data, database, 'init'));
  anping(data, database, 'demo');
  anping(data, database, 'library', 'add', ...laws);
  const office = ['--unit', 'platform', '--unit-kind', 'platform'];
  const auditor = ['--login', 'auditor', '--name', '审计员（演示）', '--role', 'auditor', ...office];
  anpingFed(`${firstPassword}\n`, data, database, 'account', 'create', ...auditor);
  const county = ['--unit', 'B-652301', '--unit-kind', 'bureau', '--region', '652301'];
  for (const [role, login] of Object.entries(permitOffices)) {
    const who = ['--login', login, '--name', role === 'leader' ? '昌吉市局长（演示）' : '昌吉市许可（演示）', '--role', role, ...county];
    anpingFed(`${firstPassword}\n`, data, database, 'account', 'create', ...who);
  }
  const prefecture = ['--unit', 'B-652300', '--unit-kind', 'bureau', '--region', '652300'];
  for (const [role, login] of Object.entries(deskOfficers)) {
    const who = ['--login', login, '--name', deskNames[role], '--role', role, ...(role === 'section_head' ? prefecture : county)];
    anpingFed(`${firstPassword}\n`, data, database, 'account', 'create', ...who);
  }
  for (const [role, login] of Object.entries(caseOfficers)) {
    const who = ['--login', login, '--name', '昌吉市纪检（演示）', '--role', role, ...county];
    anpingFed(`${firstPassword}\n`, data, database, 'account', 'create', ...who);
  }
  for (const [login, name] of Object.entries(reviewers))
    anpingFed(`${firstPassword}\n`, data, database, 'account', 'create', '--login', login, '--name', name, '--role', 'expert', ...county);
  const site = await openSite();
  const looks = { ANPING_DISCLOSURE_PORTS: String(site.port), ANPING_DISCLOSURE_NETWORKS: '127.0.0.1' };
  const env = { ...process.env, ...looks, ...(database ? { ANPING_DATABASE: database } : {}) };
  let served = await serve(data, '0', env);
  const { address } = served;
  // The same program so many days later: who was signed in is not any more.
  const later = async (days) => {
    await served.end();
    served = await serve(data, new URL(address).port, { ...env, ...ahead(days) });
  };
  const stop = async () => {
    await served.end();
    await site.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { address, data, database, adminPassword, site, later, stop };
}

// The wall clock alone: what is waited for is waited for as long as ever.
const ahead = (days) => ({
  LD_PRELOAD: `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketimeMT.so.1`,
  FAKETIME: `+${days}d`,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

async function serve(data, port, env) {
  const child = spawn(program, ['serve', '--data', data, '--port', port], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`anping serve ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /serving on (http:\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
  });
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { address, end };
}
