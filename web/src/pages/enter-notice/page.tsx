// SPDX-License-Identifier: Apache-2.0
// A notice that came on paper, by telephone and so on: entered by whoever received it, valid from the day it came.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Result } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, type Session } from '../../api/client';
import { useChange } from '../../parts/change';
import { receiptsAddress } from '../../parts/notice-papers';
import { maySeeEnterprises, useSession } from '../../parts/session';
import { beijingToday } from '../../registry-words';
import { ContentFields, ProjectFields, ReceivedFields } from './fields';
import { bodyOf, type Given } from './given';

interface Entered {
  project: string;
  receipt: string; // of this bureau
}

// The answer names receipts, papers are printed by notice: the project knows which is which.
function EnteredNotice({ project, receipt, onNext }: Entered & { onNext: () => void }) {
  const found = useQuery({
    queryKey: ['project', project],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}', { params: { path: { id: project } } })).data!,
  });
  const notice = found.data?.notices.find((one) => one.addressees.some(({ addressee }) => addressee.receipt_number === receipt));
  return (
    <Result
      status="success"
      title={`告知已录入，回执 ${receipt}`}
      subTitle={found.data && `${found.data.title}　${found.data.institution_name}`}
      extra={[
        <Button key="print" type="primary" disabled={!notice} href={receiptsAddress(notice ? [notice.id] : [])} download>
          打印回执
        </Button>,
        <Button key="next" onClick={onNext}>
          再录入一件
        </Button>,
        <Link key="project" to="/projects/$id" params={{ id: project }}>
          <Button>查看项目</Button>
        </Link>,
      ]}
    />
  );
}

function fresh(session: Session): Partial<Given> {
  const county = session.region.endsWith('00') ? {} : { region: session.region };
  return {
    channel: 'paper',
    received_on: dayjs(beijingToday()),
    known: !maySeeEnterprises(session),
    described: { service_type: 'current', ...county } as Given['described'],
  };
}

function EntryForm({ session, onEntered }: { session: Session; onEntered: (entered: Entered) => void }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '告知已录入，回执已开具',
    async (given: Given) => (await api.POST('/api/v1/notices', { body: bodyOf(given, session.authority) })).data!,
    {
      form,
      done: (written) => {
        const { id, receipts } = (written as { result: { id: string; receipts: { bureau: string; receipt_number: string }[] } }).result;
        const mine = receipts.find((one) => one.bureau === session.unit) ?? receipts[0]!;
        onEntered({ project: id, receipt: mine.receipt_number });
      },
    },
  );
  return (
    <Form form={form} name="entry" layout="vertical" scrollToFirstError initialValues={fresh(session)} onFinish={(given) => change.mutate(given)}>
      <ReceivedFields />
      <ProjectFields />
      <ContentFields />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        录入并开具回执
      </Button>
    </Form>
  );
}

export function EnterNoticePage() {
  const session = useSession().data;
  const [entered, setEntered] = useState<Entered>();
  if (!session) return null;
  return (
    <div style={{ maxWidth: 800 }}>
      <div className="headline">
        <div>
          <h1>录入纸质告知</h1>
          <p>照收到的告知书填写。录入即开具回执，同时送达省级和项目所在县；不需要批准。</p>
        </div>
      </div>
      {entered ? (
        <div className="panel">
          <EnteredNotice {...entered} onNext={() => setEntered(undefined)} />
        </div>
      ) : (
        <EntryForm session={session} onEntered={setEntered} />
      )}
    </div>
  );
}
