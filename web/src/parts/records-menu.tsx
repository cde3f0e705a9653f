// SPDX-License-Identifier: Apache-2.0
// A project's process-control records, each filled from what is known, to be completed and signed by hand.
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Project } from '../api/client';
import { paperAddress, recordsOf } from '../api/templates';

export function RecordsMenu({ project }: { project: Project }) {
  const items = recordsOf(project).map(({ kind, title }) => ({
    key: kind,
    label: (
      <a href={paperAddress(project.id, kind)} download>
        {title}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>
        过程控制记录 <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
