// SPDX-License-Identifier: Apache-2.0
// One matter of the list: told, heard, listed, published, repaired or removed, each with its day.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Form, Input, Result, Select, Spin, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { decideListing, type Listing, listingOf, type ListingStep, recordListing } from '../api/cases';
import { Problem } from '../api/client';
import { decidesListing, listingStepWords } from '../case-words';
import { required, written } from '../forms/case-lines';
import { Sheet } from '../forms/sheet';
import { Limits } from '../parts/case-parts';
import { useCatalogueName } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Conditions, ListingSteps } from '../parts/listing-parts';
import { mayDecideCases, mayHandleCases, useSession } from '../parts/session';

interface Given {
  step: ListingStep;
  on: Dayjs;
  text: string;
}

function Move({ view, decides }: { view: Listing; decides: boolean }) {
  const [form] = Form.useForm<Given>();
  const steps = view.next.filter((one) => decidesListing.includes(one) === decides);
  const send = decides ? decideListing : recordListing;
  const change = useChange(decides ? '已决定' : '已登记', (given: Given) => send(view.summary.id, { step: given.step, on: day(given.on), text: given.text, documents: [] }), {
    form,
    done: () => form.resetFields(),
  });
  if (steps.length === 0) return null;
  return (
    <Sheet<Given>
      label={decides ? '决定' : '登记'}
      next={decides}
      send={decides ? '决定' : '登记'}
      busy={change.isPending}
      form={form}
      initial={{ step: steps[0]!, on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="step" label="事项" rules={required}>
        <Select options={steps.map((one) => ({ value: one, label: listingStepWords[one] }))} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="text" label="内容、理由" rules={written}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}

export function ListingPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const session = useSession().data;
  const situation = useCatalogueName('dishonesty_situations');
  const found = useQuery({ queryKey: ['listing', id], queryFn: () => listingOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这一名单事项，或您不能查看' : '没有读到名单事项，请刷新'} />;
  }
  const view = found.data;
  const { summary } = view;
  const own = session?.unit === summary.bureau;
  return (
    <>
      <div className="headline">
        <div>
          <h1>
            {summary.institution_name}
            {summary.person && `　${summary.person}`}
          </h1>
          <p>
            {id}　<Tag color={summary.in_force ? 'red' : 'default'}>{listingStepWords[summary.stage]}</Tag>　依据{' '}
            <Link to="/cases/$id" params={{ id: summary.of }}>
              {summary.of}
            </Link>
          </p>
          <p>
            {situation(summary.situation)}　{summary.bureau_name}
          </p>
        </div>
        {own && (
          <div className="no-print">
            {mayHandleCases(session) && <Move key={`f${view.steps.length}`} view={view} decides={false} />}{' '}
            {mayDecideCases(session) && <Move key={`d${view.steps.length}`} view={view} decides />}
          </div>
        )}
      </div>
      <div className="panel">
        <h2>经过</h2>
        <ListingSteps view={view} files="listings" />
        <Conditions view={view} />
      </div>
      <Limits of={view.limits} />
    </>
  );
}
