// SPDX-License-Identifier: Apache-2.0
// One act to the server: its files first, each compared with what it was when it was chosen, then the act itself.
import { Problem, type Receipt } from '../../api/client';
import { answerItems, findProblem } from '../../api/inspection';
import { digestOf, upload } from '../../api/upload';
import type { UnsentAct, UnsentFile } from './acts';

interface Sent {
  upload: string;
  kind: string;
  captured_at: string;
}

// What the server then has is not what was chosen: nobody should take it for that.
const changed = ({ name }: UnsentFile) => new Problem(422, '', 'web.digest', `“${name}”送到服务器的内容与留存时的摘要不一致，没有记入`, [], [], '');

async function recorded(act: UnsentAct, files: Sent[]): Promise<Receipt | null | undefined> {
  const { said, inspection, key } = act;
  if (said.to === 'problems') {
    const { to: _, ...problem } = said;
    return (await findProblem(inspection, { ...problem, files }, key)).receipt;
  }
  return (await answerItems(inspection, { answers: [], files: files.map((file) => ({ item: said.item, file })) }, key)).receipt;
}

export async function deliver(act: UnsentAct, bytes: Blob[], progress: (part: number) => void, note: (change: Partial<UnsentAct>) => Promise<void>) {
  let files = act.files;
  const remember = async (at: number, id: string | undefined) => {
    files = files.map((one, index) => (index === at ? { ...one, upload: id } : one));
    await note({ files });
  };
  const sent: Sent[] = [];
  for (const [at, one] of act.files.entries()) {
    const file = new File([bytes[at] ?? new Blob()], one.name);
    const id = await upload(file, (part) => progress((at + part) / act.files.length), { id: one.upload, note: (begun) => remember(at, begun) });
    if ((await digestOf(id)) !== one.sha256) {
      await remember(at, undefined);
      throw changed(one);
    }
    sent.push({ upload: id, kind: one.kind, captured_at: one.taken });
  }
  return recorded(act, sent);
}
