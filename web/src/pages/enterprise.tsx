// SPDX-License-Identifier: Apache-2.0
// What is registered of an enterprise: its own page, and the same for those who supervise it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Result, Spin } from 'antd';
import { Problem } from '../api/client';
import { type Enterprise, enterpriseOf } from '../api/registry';
import { DescriptionForm } from '../forms/description';
import { siteText } from '../forms/site-text';
import { useCatalogueName } from '../parts/catalogue';
import { isEnterprise, mayDescribeEnterprise, useSession } from '../parts/session';
import { supervisionWords } from '../registry-words';

function Facts({ view }: { view: Enterprise }) {
  const industry = useCatalogueName('industries');
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'r', label: '所在地', children: view.region_name },
        { key: 'a', label: '地址', children: view.address },
        { key: 's', label: '体系', children: view.authority === 'corps' ? '生产建设兵团' : '地方政府' },
        { key: 'i', label: '所属行业', children: view.industry ? industry(view.industry) : '未登记' },
        { key: 'l', label: '监管层级', children: view.supervision_level ? supervisionWords[view.supervision_level] : '未登记' },
        {
          key: 'p',
          label: view.site.length > 1 ? '场所边界（WGS-84）' : '场所位置（WGS-84）',
          children: <span className="typed">{siteText(view.site) || '未登记'}</span>,
        },
      ]}
    />
  );
}

export function EnterprisePage() {
  const session = useSession().data;
  const { id = session?.unit ?? '' } = useParams({ strict: false }) as { id?: string };
  const enterprise = useQuery({ queryKey: ['enterprise', id], enabled: id !== '', queryFn: () => enterpriseOf(id) });
  if (enterprise.isPending) return <Spin />;
  if (!enterprise.data) {
    const hidden = enterprise.error instanceof Problem && enterprise.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这家企业，或您不能查看' : '没有读到企业，请刷新'} />;
  }
  const view = enterprise.data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.name}</h1>
          <p>{view.credit_code}</p>
        </div>
        {isEnterprise(session) && <Link to="/hosting">安全托管</Link>}
        {mayDescribeEnterprise(session) && <DescriptionForm key={JSON.stringify(view)} enterprise={view} />}
      </div>
      <div className="panel">
        <Facts view={view} />
      </div>
    </>
  );
}
