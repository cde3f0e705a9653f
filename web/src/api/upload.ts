// SPDX-License-Identifier: Apache-2.0
// Resumable upload (tus 1.0) of a file whose sender has said that nothing in it is classified, in pieces; a broken connection is asked where it stopped and goes on from there.
import { api, csrfHeaders, Problem, problemOf } from './client';

const kPiece = 8 * 1024 * 1024;
const kTries = 5;

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

async function create(file: File): Promise<string> {
  const response = await fetch('/api/v1/uploads', {
    method: 'POST',
    headers: {
      ...csrfHeaders(),
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(file.size),
      'Upload-Metadata': `filename ${base64(file.name)},unclassified ${base64('true')}`, // said before: parts/unclassified.ts
    },
  });
  if (!response.ok) throw await problemOf(response);
  return (response.headers.get('Location') ?? '').split('/').pop() ?? '';
}

async function offsetOf(id: string): Promise<number> {
  const response = await fetch(`/api/v1/uploads/${id}`);
  if (!response.ok) throw await problemOf(response);
  return Number(response.headers.get('Upload-Offset'));
}

async function sendFrom(id: string, file: File, offset: number): Promise<number> {
  const response = await fetch(`/api/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      ...csrfHeaders(),
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    },
    body: file.slice(offset, offset + kPiece),
  });
  if (!response.ok) throw await problemOf(response);
  return Number(response.headers.get('Upload-Offset'));
}

interface Begun {
  id?: string | undefined; // by an earlier attempt
  note: (id: string) => Promise<void>;
}

// Where an earlier attempt stopped; the server forgets one nobody continued.
async function start(file: File, begun: Begun | undefined): Promise<[string, number]> {
  if (begun?.id) {
    try {
      return [begun.id, await offsetOf(begun.id)];
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
    }
  }
  const id = await create(file);
  await begun?.note(id);
  return [id, 0];
}

// The upload's id once every byte has arrived. `progress` is told 0 to 1.
export async function upload(file: File, progress: (part: number) => void, begun?: Begun): Promise<string> {
  const [id, from] = await start(file, begun);
  let offset = from;
  let failures = 0;
  while (offset < file.size) {
    try {
      offset = await sendFrom(id, file, offset);
      failures = 0;
    } catch (problem) {
      if (++failures >= kTries) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 300 * failures));
      offset = await offsetOf(id);
    }
    progress(file.size === 0 ? 1 : offset / file.size);
  }
  return id;
}

// As the server computed it; nothing before every byte has arrived.
export const digestOf = async (id: string): Promise<string | undefined> =>
  (await api.GET('/api/v1/uploads/{id}', { params: { path: { id } } })).data!.blob?.sha256;
