// SPDX-License-Identifier: Apache-2.0
// Who is led where.
import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BlockOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  DiffOutlined,
  EnvironmentOutlined,
  ExceptionOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FlagOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  IdcardOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  ShopOutlined,
  SolutionOutlined,
  SoundOutlined,
  StarOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Session } from '../api/client';
import { isBureau, isEnterprise, isInstitution, mayAnswerCases, mayAudit, mayListEnterprises, maySeeApplications, maySeeCallUps, maySeeDocuments, maySeeDraws, maySeeExperts, maySeeExpiries, maySeeFindings, maySeeGrades, maySeeInspections, maySeeProjects, mayViewAccounts } from './session';

interface Place {
  to: string;
  icon: React.JSX.Element;
  part: string; // of the menu, where it is long
  label: string;
  open: (session: Session) => boolean;
}

const everybody = () => true;
const places: Place[] = [
  { to: '/', icon: <HomeOutlined />, part: '', label: '我的待办', open: everybody },
  { to: '/projects', icon: <FolderOpenOutlined />, part: '项目', label: '项目', open: maySeeProjects },
  { to: '/notices', icon: <AuditOutlined />, part: '项目', label: '从业告知', open: isBureau },
  { to: '/on-site', icon: <EnvironmentOutlined />, part: '项目', label: '今日在场', open: isBureau },
  { to: '/deadlines', icon: <ClockCircleOutlined />, part: '项目', label: '期限', open: maySeeProjects },
  { to: '/applications', icon: <SafetyCertificateOutlined />, part: '项目', label: '许可申请', open: maySeeApplications },
  { to: '/findings', icon: <DiffOutlined />, part: '报告', label: '报告核查', open: maySeeFindings },
  { to: '/call-ups', icon: <FileProtectOutlined />, part: '报告', label: '报告调阅', open: maySeeCallUps },
  { to: '/determinations', icon: <ReconciliationOutlined />, part: '报告', label: '报告认定', open: maySeeFindings },
  { to: '/year-plans', icon: <ScheduleOutlined />, part: '检查', label: '检查计划', open: isBureau },
  { to: '/key-list', icon: <FlagOutlined />, part: '检查', label: '重点对象', open: isBureau },
  { to: '/draws', icon: <BlockOutlined />, part: '检查', label: '随机抽取', open: maySeeDraws },
  { to: '/inspections', icon: <ScheduleOutlined />, part: '检查', label: '检查', open: maySeeInspections },
  { to: '/rectifications', icon: <CheckSquareOutlined />, part: '检查', label: '整改', open: maySeeInspections },
  { to: '/cases', icon: <ExceptionOutlined />, part: '处理', label: '案件', open: isBureau },
  { to: '/own-cases', icon: <ExceptionOutlined />, part: '处理', label: '处罚约谈', open: mayAnswerCases },
  { to: '/listings', icon: <StopOutlined />, part: '处理', label: '失信名单', open: isBureau },
  { to: '/talks', icon: <SoundOutlined />, part: '处理', label: '约谈通报', open: isBureau },
  { to: '/documents', icon: <FileTextOutlined />, part: '处理', label: '执法文书', open: maySeeDocuments },
  { to: '/statistics', icon: <BarChartOutlined />, part: '本部门', label: '统计', open: isBureau },
  { to: '/circulation', icon: <SwapOutlined />, part: '本部门', label: '流转督办', open: isBureau },
  { to: '/institution', icon: <BankOutlined />, part: '登记', label: '机构与人员', open: isInstitution },
  { to: '/institutions', icon: <BankOutlined />, part: '登记', label: '机构', open: isBureau },
  { to: '/enterprises', icon: <ShopOutlined />, part: '登记', label: '企业', open: mayListEnterprises },
  { to: '/enterprise', icon: <ShopOutlined />, part: '登记', label: '本企业', open: isEnterprise },
  { to: '/choose', icon: <BankOutlined />, part: '登记', label: '选择机构', open: isEnterprise },
  { to: '/grades', icon: <StarOutlined />, part: '登记', label: '信用评级', open: maySeeGrades },
  { to: '/experts', icon: <IdcardOutlined />, part: '登记', label: '专家库', open: maySeeExperts },
  { to: '/officers', icon: <SolutionOutlined />, part: '登记', label: '执法人员', open: isBureau },
  { to: '/expiries', icon: <CalendarOutlined />, part: '登记', label: '到期清单', open: maySeeExpiries },
  { to: '/accounts', icon: <TeamOutlined />, part: '平台', label: '账号', open: mayViewAccounts },
  { to: '/audit', icon: <FileSearchOutlined />, part: '平台', label: '审计', open: mayAudit },
  { to: '/law', icon: <BookOutlined />, part: '平台', label: '执行依据', open: everybody },
];

const kLong = 12;

// Where the menu is long, the first of each part has its heading.
export function navigationOf(session: Session): (Place & { heading?: string })[] {
  const open = places.filter((place) => place.open(session));
  if (open.length < kLong) return open;
  return open.map((place, at) => (place.part !== '' && place.part !== open[at - 1]?.part ? { ...place, heading: place.part } : place));
}
