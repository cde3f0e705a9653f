// SPDX-License-Identifier: Apache-2.0
// What could not be sent, as one page that is read without this server: words, photos, digests and why it was refused.
import { size, time } from '../../words';
import type { UnsentAct, UnsentFile } from './acts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

async function dataOf(bytes: Blob): Promise<string> {
  const all = new Uint8Array(await bytes.arrayBuffer());
  let binary = '';
  for (let at = 0; at < all.length; at += 0x8000) binary += String.fromCharCode(...all.subarray(at, at + 0x8000));
  return `data:${/^[a-z]+\/[a-z0-9.+-]+$/.test(bytes.type) ? bytes.type : 'application/octet-stream'};base64,${btoa(binary)}`;
}

async function fileOf(file: UnsentFile, bytes: Blob): Promise<string> {
  const data = await dataOf(bytes);
  const shown = /^image\/(jpeg|png|webp|gif)$/.test(bytes.type) ? `<img src="${data}" alt="" style="max-width:100%">` : '';
  return `<h3>${escaped(file.name)}</h3><p>${size(file.size)}　${time(file.taken)}<br>SHA-256 <code>${file.sha256}</code></p>${shown}<p><a href="${data}" download="${escaped(file.name)}">取出文件</a></p>`;
}

export async function sheetOf(act: UnsentAct, bytes: Blob[], nameOf: (item: string) => string): Promise<string> {
  const { said } = act;
  const lines: [string, string][] = [
    ['检查', act.inspection],
    ['记录时间', time(act.noted)],
    ['账号', act.account],
    ...(said.item ? [['检查事项', nameOf(said.item)] as [string, string]] : []),
    ...(said.to === 'problems' ? ([['事实', said.fact], ['依据的条款', said.clause]] as [string, string][]) : []),
    ...(act.refused ? [['没有记入的原因', `${act.refused.text}（${time(act.refused.at)}）`] as [string, string]] : []),
  ];
  const files = await Promise.all(act.files.map((file, at) => fileOf(file, bytes[at] ?? new Blob())));
  const rows = lines.map(([name, text]) => `<dt>${name}</dt><dd style="white-space:pre-wrap">${escaped(text)}</dd>`).join('');
  const title = said.to === 'problems' ? '没有发送的问题' : '没有发送的照片、文件';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body style="font:16px/1.6 sans-serif;max-width:48em;margin:2em auto;padding:0 1em"><h1>${title}</h1><dl>${rows}</dl>${files.join('')}</body></html>`;
}
