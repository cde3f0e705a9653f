// SPDX-License-Identifier: Apache-2.0
// Who is led where.
import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  EnvironmentOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  IdcardOutlined,
  SafetyCertificateOutlined,
  ShopOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Session } from '../api/client';
import { isBureau, isEnterprise, isInstitution, mayAudit, mayListEnterprises, maySeeApplications, maySeeExperts, maySeeExpiries, maySeeProjects, mayViewAccounts } from './session';

interface Place {
  to: string;
  icon: React.JSX.Element;
  label: string;
  open: (session: Session) => boolean;
}

const everybody = () => true;
const places: Place[] = [
  { to: '/', icon: <HomeOutlined />, label: '我的待办', open: everybody },
  { to: '/projects', icon: <FolderOpenOutlined />, label: '项目', open: maySeeProjects },
  { to: '/notices', icon: <AuditOutlined />, label: '从业告知', open: isBureau },
  { to: '/on-site', icon: <EnvironmentOutlined />, label: '今日在场', open: isBureau },
  { to: '/deadlines', icon: <ClockCircleOutlined />, label: '期限', open: maySeeProjects },
  { to: '/applications', icon: <SafetyCertificateOutlined />, label: '许可申请', open: maySeeApplications },
  { to: '/statistics', icon: <BarChartOutlined />, label: '统计', open: isBureau },
  { to: '/circulation', icon: <SwapOutlined />, label: '流转督办', open: isBureau },
  { to: '/institution', icon: <BankOutlined />, label: '机构与人员', open: isInstitution },
  { to: '/institutions', icon: <BankOutlined />, label: '机构', open: isBureau },
  { to: '/enterprises', icon: <ShopOutlined />, label: '企业', open: mayListEnterprises },
  { to: '/enterprise', icon: <ShopOutlined />, label: '本企业', open: isEnterprise },
  { to: '/choose', icon: <BankOutlined />, label: '选择机构', open: isEnterprise },
  { to: '/experts', icon: <IdcardOutlined />, label: '专家库', open: maySeeExperts },
  { to: '/expiries', icon: <CalendarOutlined />, label: '到期清单', open: maySeeExpiries },
  { to: '/accounts', icon: <TeamOutlined />, label: '账号', open: mayViewAccounts },
  { to: '/audit', icon: <FileSearchOutlined />, label: '审计', open: mayAudit },
  { to: '/law', icon: <BookOutlined />, label: '执行依据', open: everybody },
];

export function navigationOf(session: Session): Place[] {
  return places.filter((place) => place.open(session));
}
