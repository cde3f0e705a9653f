// SPDX-License-Identifier: Apache-2.0
// From a matter to its official documents: those there are, and a new one with what is known filled in.
import { Link } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { mayWriteDocuments, useSession } from './session';

export function DocumentLinks({ kind, id }: { kind: 'inspection' | 'rectification' | 'case'; id: string }) {
  const session = useSession().data;
  if (!mayWriteDocuments(session)) return null;
  return (
    <Space wrap>
      <Link to="/documents/new" search={{ subject: `${kind}:${id}` } as never}>
        <Button tabIndex={-1}>制作文书</Button>
      </Link>
      <Link to="/documents" search={{ subject_kind: kind, subject_id: id } as never}>
        <Button tabIndex={-1}>已有文书</Button>
      </Link>
    </Space>
  );
}
