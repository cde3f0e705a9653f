// SPDX-License-Identifier: Apache-2.0
// Filters a person keeps under a name: chips above a list.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Form, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { api, type Items } from '../api/client';
import { addressOf, useAddress } from './filters';
import { showProblem } from './problem';

type View = Items<'/api/v1/session/views'>;
type List = View['list'];

function useViews(list: List) {
  const views = useQuery({
    queryKey: ['views'],
    staleTime: 60_000,
    queryFn: async () => (await api.GET('/api/v1/session/views')).data!.items,
  });
  return (views.data ?? []).filter((view) => view.list === list);
}

function useKeeping(done: () => void = () => undefined) {
  const app = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['views'] });
      done();
    },
    onError: (problem) => showProblem(app, problem),
  });
}

interface NamedProps {
  title: string;
  list: List;
  filters: string;
  was?: string;
  close: () => void;
}

// A new view's name, or another for one that is kept.
function Named({ title, list, filters, was, close }: NamedProps) {
  const [form] = Form.useForm<{ name: string }>();
  const keep = useKeeping(close);
  const save = ({ name }: { name: string }) =>
    keep.mutate(() => api.PUT('/api/v1/session/views', { body: { list, name: name.trim(), filters, ...(was ? { was } : {}) } }));
  return (
    <Modal open title={title} okText="保存" cancelText="取消" confirmLoading={keep.isPending} onOk={form.submit} onCancel={close}>
      <Form form={form} layout="vertical" initialValues={{ name: was ?? '' }} onFinish={save}>
        <Form.Item
          name="name"
          label="视图名称"
          extra={was ? undefined : '同名的视图会被替换。'}
          rules={[{ required: true, whitespace: true, message: '请填写 1 到 30 个字的名称' }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Chip({ view, here }: { view: View; here: boolean }) {
  const [, go] = useAddress();
  const [renaming, setRenaming] = useState(false);
  const keep = useKeeping();
  const remove = () =>
    keep.mutate(() => api.DELETE('/api/v1/session/views', { params: { query: { list: view.list, name: view.name } } }));
  const items = [
    { key: 'rename', label: '改名', onClick: () => setRenaming(true) },
    { key: 'drop', label: '删除', danger: true, onClick: remove },
  ];
  return (
    <Space.Compact>
      <Button size="small" type={here ? 'primary' : 'default'} aria-pressed={here} onClick={() => go(view.filters)}>
        {view.name}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="small" aria-label={`${view.name}：改名或删除`}>
          ⋯
        </Button>
      </Dropdown>
      {renaming && (
        <Named title="给视图改名" list={view.list} filters={view.filters} was={view.name} close={() => setRenaming(false)} />
      )}
    </Space.Compact>
  );
}

export function SavedViews({ list }: { list: List }) {
  const views = useViews(list);
  const [address] = useAddress();
  const [naming, setNaming] = useState(false);
  if (views.length === 0 && address === '') return null;
  const kept = views.some((view) => addressOf(view.filters) === address);
  return (
    <div className="views no-print" role="group" aria-label="保存的视图">
      {views.map((view) => (
        <Chip key={view.name} view={view} here={addressOf(view.filters) === address} />
      ))}
      {address !== '' && !kept && (
        <Button size="small" type="dashed" onClick={() => setNaming(true)}>
          保存当前筛选
        </Button>
      )}
      {naming && <Named title="保存当前筛选" list={list} filters={address} close={() => setNaming(false)} />}
    </div>
  );
}
