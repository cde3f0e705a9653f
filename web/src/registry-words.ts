// SPDX-License-Identifier: Apache-2.0
// What the register's names are called on the page, and how far away a day is.
import type { Credential, Person, Staffing, Verification } from './api/registry';

export interface Tagged {
  label: string;
  color: string;
}

export const levelWords: Record<Person['level'], string> = {
  level1: '一级安全评价师',
  level2: '二级安全评价师',
  level3: '三级安全评价师',
  none: '无等级',
};

export const kindWords: Record<Credential['kind'], string> = {
  assessor: '安全评价师证书',
  engineer: '注册安全工程师证书',
  title: '专业技术职称',
  degree: '学历学位',
};

type Grade = NonNullable<Credential['grade']>;
const gradeWords: Record<Grade, string> = {
  level1: '一级',
  level2: '二级',
  level3: '三级',
  senior: '高级',
  middle: '中级',
  junior: '初级',
  doctor: '博士',
  master: '硕士',
  bachelor: '学士（本科）',
  college: '专科',
};
// Assessors have levels, engineers and titles ranks, the rest degrees (registry::grade_of).
const gradesOf: Record<Credential['kind'], Grade[]> = {
  assessor: ['level1', 'level2', 'level3'],
  engineer: ['senior', 'middle', 'junior'],
  title: ['senior', 'middle', 'junior'],
  degree: ['doctor', 'master', 'bachelor', 'college'],
};

export function gradeWord(grade: Credential['grade']): string {
  return grade ? gradeWords[grade] : '';
}
export function gradeChoices(kind: Credential['kind']): { value: Grade; label: string }[] {
  return gradesOf[kind].map((value) => ({ value, label: gradeWords[value] }));
}

export const remarkWords: Record<Person['remarks'][number], Tagged> = {
  expired: { label: '证件已过期', color: 'red' },
  expiring: { label: '90天内到期', color: 'orange' },
  duplicate_number: { label: '证书编号重复', color: 'red' },
  unverified: { label: '未核验', color: 'default' },
  not_employed: { label: '不在职', color: 'default' },
};

export const resultWords: Record<Verification['result'], Tagged> = {
  confirmed: { label: '查询一致', color: 'green' },
  not_found: { label: '未查到', color: 'red' },
  differs: { label: '内容不一致', color: 'red' },
  unavailable: { label: '平台无法查询', color: 'default' },
};

export const contractWords = { labour: '劳动合同', service: '劳务合同' };

export const supervisionWords = { province: '省级', prefecture: '设区的市（州）级', county: '县级', town: '乡镇（街道）' };

export const expiryWords: Record<string, string> = {
  ...kindWords,
  qualification: '机构资质证书',
  calibration: '仪器检定校准',
};

export function choices<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}

// A day where the platform works, whatever the browser's zone.
export function beijingToday(now = Date.now()): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function daysUntil(until: string, today: string): number {
  return Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
}

// "剩 3 天", "今天到期", "已过期 2 天"; the last day still counts.
export function calendarDaysLeft(until: string, today: string): string {
  const days = daysUntil(until, today);
  if (days === 0) return '今天到期';
  return days > 0 ? `剩 ${days} 天` : `已过期 ${-days} 天`;
}

// Of a day something is valid until: how urgent it is.
export function urgency(until: string, today: string): Tagged {
  const days = daysUntil(until, today);
  if (days > 90) return { label: '有效', color: 'green' };
  return { label: calendarDaysLeft(until, today), color: days < 0 ? 'red' : 'orange' };
}

export function span(from: string | undefined, until: string | undefined): string {
  if (!from && !until) return '未登记有效期';
  if (!until) return `${from} 起`;
  return from ? `${from} 至 ${until}` : `至 ${until}`;
}

export interface StaffingLine {
  specialty: string;
  who: string;
  missing: number;
  text: string; // of the gap
}

// Who fills each specialty and what is missing of it, in the order the law asks. Without names only how many.
export function staffingLines({ posts, gaps }: Pick<Staffing, 'posts' | 'gaps'>): StaffingLine[] {
  const specialties = [...new Set([...posts, ...gaps].map((one) => one.specialty))];
  return specialties.map((specialty) => {
    const names = posts.filter((post) => post.specialty === specialty).map((post) => post.name);
    const gap = gaps.find((one) => one.specialty === specialty);
    const who = names.every(Boolean) ? names.join('、') : `${names.length} 人`;
    return { specialty, who, missing: gap?.missing ?? 0, text: gap?.text ?? '' };
  });
}

export function missingOf({ gaps }: Pick<Staffing, 'gaps'>): number {
  return gaps.reduce((sum, gap) => sum + gap.missing, 0);
}

// Specialties people of this institution have or are asked to have: offered where one is typed.
export function knownSpecialties(people: Person[], staffing: Staffing[]): string[] {
  const found = [
    ...staffing.flatMap((one) => [...one.posts.map((post) => post.specialty), ...one.gaps.map((gap) => gap.specialty)]),
    ...people.flatMap((one) => one.specialties),
  ];
  return [...new Set(found)];
}
