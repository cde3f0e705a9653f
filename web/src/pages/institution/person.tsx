// SPDX-License-Identifier: Apache-2.0
// One of an institution's people: contract, credentials with their validity, and who asked about them.
import { Descriptions, Drawer, Empty, Space, Tag } from 'antd';
import type { Credential, Person, Verification } from '../../api/registry';
import { CredentialForm } from '../../forms/credential';
import { EmploymentForm } from '../../forms/employment';
import { VerificationForm } from '../../forms/verification';
import { useCatalogueName } from '../../parts/catalogue';
import { useBranchName, useCredentials } from '../../parts/registry';
import { mayVerify, useSession } from '../../parts/session';
import { UntilTag } from '../../parts/until';
import { gradeWord, kindWords, levelWords, resultWords, span } from '../../registry-words';
import { time } from '../../words';
import { Contract, Remarks } from './people';

function VerificationLine({ one }: { one: Verification }) {
  const platform = useCatalogueName('verification_platforms');
  return (
    <div style={{ marginBottom: 6 }}>
      <Tag color={resultWords[one.result].color}>{resultWords[one.result].label}</Tag>
      {one.asked_on} 查询 {platform(one.platform)}
      {one.note && <div>{one.note}</div>}
      <div className="muted">
        {time(one.recorded_at)} 由{one.unit_name || '平台'}记录
      </div>
    </div>
  );
}

interface CredentialCardProps {
  institution: string;
  person: Person;
  credential: Credential;
  edits: boolean;
}

function CredentialCard({ institution, person, credential, edits }: CredentialCardProps) {
  const verifies = mayVerify(useSession().data);
  const asked = credential.verifications;
  return (
    <section>
      <div className="card-head">
        <h3>
          {kindWords[credential.kind]}　{gradeWord(credential.grade)}
        </h3>
        <Space wrap size="small">
          {verifies && <VerificationForm institution={institution} credential={credential} />}
          {edits && <CredentialForm institution={institution} person={person} replaces={credential} />}
        </Space>
      </div>
      <Descriptions
        size="small"
        bordered
        column={1}
        styles={{ label: { width: 92 } }}
        items={[
          { key: 's', label: '专业', children: credential.specialty },
          {
            key: 'n',
            label: '编号',
            children: (
              <>
                {credential.number ?? '未登记'} {credential.duplicate && <Tag color="red">与他人的证件编号重复</Tag>}
              </>
            ),
          },
          {
            key: 'v',
            label: '有效期',
            children: (
              <>
                {span(credential.valid_from, credential.valid_until)} <UntilTag until={credential.valid_until} quiet />
              </>
            ),
          },
          { key: 'r', label: '登记时间', children: time(credential.recorded_at) },
          {
            key: 'q',
            label: '核验',
            children: asked.length ? asked.map((one) => <VerificationLine key={one.recorded_at} one={one} />) : '还没有核验记录',
          },
        ]}
      />
    </section>
  );
}

interface PersonPartsProps {
  institution: string;
  person: Person;
  edits: boolean;
}

function PersonParts({ institution, person, edits }: PersonPartsProps) {
  const branchName = useBranchName(institution);
  const all = useCredentials(institution);
  const credentials = (all.data ?? []).filter((one) => one.person === person.id);
  return (
    <>
      <Descriptions
        style={{ marginBottom: 16 }}
        size="small"
        column={1}
        items={[
          { key: 'l', label: '等级', children: levelWords[person.level] },
          { key: 's', label: '专业', children: person.specialties.join('、') || person.specialty },
          { key: 'c', label: '合同', children: <div><Contract person={person} branchName={branchName} /></div> },
          ...(person.remarks.length ? [{ key: 'r', label: '提示', children: <div><Remarks person={person} /></div> }] : []),
        ]}
      />
      {edits && (
        <Space wrap style={{ marginBottom: 16 }}>
          <CredentialForm institution={institution} person={person} />
          <EmploymentForm institution={institution} person={person} />
          {person.contract_recorded && person.employed && <EmploymentForm institution={institution} person={person} ends />}
        </Space>
      )}
      {credentials.map((one) => (
        <CredentialCard key={one.id} institution={institution} person={person} credential={one} edits={edits} />
      ))}
      {credentials.length === 0 && <Empty description={all.isPending ? '正在读取…' : all.error ? '没有读到证件，请刷新' : '还没有登记证件'} />}
    </>
  );
}

interface PersonDrawerProps {
  institution: string;
  person: Person | undefined;
  edits: boolean;
  onClose: () => void;
}

export function PersonDrawer({ institution, person, edits, onClose }: PersonDrawerProps) {
  return (
    <Drawer open={person !== undefined} onClose={onClose} title={person?.name ?? ''} size={640} destroyOnHidden>
      {person && <PersonParts key={person.id} institution={institution} person={person} edits={edits} />}
    </Drawer>
  );
}
