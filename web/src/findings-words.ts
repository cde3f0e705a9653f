// SPDX-License-Identifier: Apache-2.0
// What is said of findings and screenings. A finding is a clue 线索, never a judgement.
import type { FindingRecord, FindingState, Figures, Judged, Screening, Source, Strength } from './api/findings';
import type { Tagged } from './registry-words';
import { time } from './words';

export const kClueNote = '线索由平台比对得出，只说明看到了什么，不是认定。是否属实、是否构成失实或者虚假，由监管人员核实后依法处理。';
export const kToldNote = '线索由监管人员记入，只说明说了什么、看到了什么，不是认定。是否属实、是否构成失实或者虚假，核实后依法处理。';

export const kWatchNote = '线索由平台按登记的内容核对得出，只说明登记的内容不足，不是认定。登记补齐后平台记明已消除；是否处理，由监管人员核实后决定。';

/** Of the watch over an institution: of no report and no project. */
export const isWatch = (detector: string): boolean => detector.startsWith('watch.');
/** Entered by an officer, not raised by the platform. */
export const isTold = (detector: string): boolean => detector.startsWith('told.');

export const stateWords: Record<FindingState, Tagged> = {
  open: { label: '未处理', color: 'blue' },
  asked: { label: '等机构说明', color: 'orange' },
  answered: { label: '已说明', color: 'cyan' },
  accepted: { label: '已采纳', color: 'green' },
  dismissed: { label: '已排除', color: 'default' },
  cured: { label: '已消除', color: 'default' },
};

// How plainly it is seen; not how grave it is.
export const strengthWords: Record<Strength, Tagged> = {
  lead: { label: '线索', color: 'default' },
  suspected: { label: '疑似', color: 'orange' },
  established: { label: '确证', color: 'red' },
};
export const strengthMeans: Record<Strength, string> = {
  lead: '有迹象，需要人工核对',
  suspected: '比较明显，也可能有别的原因',
  established: '看得很清楚，原因仍须核实',
};

export const bondWords: Record<Source['bond'], string> = {
  other: '其他项目的报告',
  itself: '本项目的其他版本',
  carried_over: '同一机构为同一企业写的较早报告',
};

export const judgedWords: Record<Judged, Tagged> = {
  common: { label: '合法通用文本', color: 'green' },
  own_template: { label: '已公开的本机构模板', color: 'cyan' },
  violation: { label: '违规照抄', color: 'red' },
};
export const judgedMeans: Record<Judged, string> = {
  common: '行业通行的表述，各机构都可以用。以后任何报告里出现，都按引用处理，不再提线索。',
  own_template: '只属于这家机构、已经公开的模板。以后这家机构的报告里出现，按引用处理；其他机构使用仍会提线索。',
  violation: '认定为照抄他人的具体分析。以后的报告里再出现，直接提为确证。',
};

// vault::HiddenText
export const hiddenWords: Record<string, string> = {
  white: '与底色同色',
  tiny: '字号极小',
  off_page: '在页面之外',
  invisible: '设为不显示',
  deleted: '修订中删除',
  zero_width: '零宽字符',
  look_alike: '形近异体字符',
  rare_hanzi: '异常生僻字',
};
// Those a reader sees: they stand in the text.
export const seenKinds = new Set(['look_alike', 'rare_hanzi']);

const quotedAs: Record<string, string> = {
  law: '法律法规标准',
  own_template: '已公开的本机构模板',
  common: '认定过的通用文本',
};
interface Quoted {
  as: string;
  name: string;
  identity: number;
  articles?: string;
  edition?: string;
}
// "安全生产法 第20条、第21条".
export const quotedFrom = ({ name, articles }: Pick<Quoted, 'name' | 'articles'>): string => [name, articles].filter(Boolean).join(' ');
export function quotationWords(quoted: Quoted): string {
  const from = [quotedFrom(quoted), quoted.edition].filter(Boolean).join('，');
  return `${quotedAs[quoted.as] ?? '合法引用'}${from ? `：${from}` : ''}（一致 ${perMille(quoted.identity)}）`;
}

const problems: Record<string, string> = {
  damaged: '文件已损坏，打不开',
  too_large: '文件太大，超出读取的限度',
  unsafe: '文件里有不安全的内容，没有读取',
  encrypted: '文件加了密码',
  timeout: '读取时间过长，已停止',
  none: '文件里没有可以读取的文字',
  other: '不是可以读取的文档格式',
};
export const problemWords = (problem: string): string => problems[problem] ?? problem;

const steps: Record<string, string> = { reading: '正在读取文件', comparing: '正在与比对库逐段比对' };

type Progress = Pick<Screening, 'state' | 'ahead' | 'step' | 'problem'>;
export function progressWords({ state, ahead, step, problem }: Progress): string {
  if (state === 'waiting') return ahead > 0 ? `等候查重，前面还有 ${ahead} 份报告。` : '等候查重，即将开始。';
  if (state === 'running') return `${steps[step] ?? '正在查重'}，通常几秒完成。`;
  if (state === 'unreadable') return `没有查重：${problemWords(problem)}。`;
  return '查重完成。';
}
export const screeningTags: Record<Screening['state'], Tagged> = {
  waiting: { label: '等候查重', color: 'default' },
  running: { label: '查重中', color: 'blue' },
  done: { label: '已查重', color: 'green' },
  unreadable: { label: '读不出', color: 'orange' },
};

export function perMille(thousandths: number): string {
  return `${(thousandths / 10).toFixed(thousandths % 10 === 0 ? 0 : 1)}%`;
}
export function share(part: number, whole: number): string {
  if (whole <= 0) return '0%';
  const percent = (100 * part) / whole;
  if (part > 0 && percent < 0.1) return '不到 0.1%';
  return `${percent.toFixed(percent >= 99.95 || percent === 0 ? 0 : 1)}%`;
}
export const count = (number: number): string => number.toLocaleString('en-US');

// A sentence ends with one full stop, whoever wrote it.
export const sentence = (words: string): string => `${words.replace(/。+$/, '')}。`;

export interface Portion {
  key: Exclude<keyof Figures, 'characters' | 'hidden'>;
  label: string;
  means: string;
  characters: number;
}
// What a report consists of, in the order of the bar.
export function portionsOf(figures: Figures): Portion[] {
  const all: Omit<Portion, 'characters'>[] = [
    { key: 'own', label: '自有', means: '比对库里没有找到相同的' },
    { key: 'shared', label: '与他人相同', means: '与其他项目较早的报告相同' },
    { key: 'carried', label: '沿用', means: '与同一机构为同一企业写的较早报告相同' },
    { key: 'quoted', label: '引用', means: '法律法规标准、已公开的本机构模板、认定过的通用文本' },
    { key: 'tables', label: '表格和名称', means: '不参加比对' },
  ];
  return all.map((one) => ({ ...one, characters: figures[one.key] }));
}

type Named = Pick<Source, 'institution_name' | 'title' | 'filed_at'>;
// An institution is not told whose another's report is.
export function sourceName({ institution_name: institution, filed_at: filed }: Named): string {
  return institution || `其他机构的报告（${time(filed).slice(0, 10)} 提交）`;
}
export function sourceLine(source: Pick<Source, 'shared' | 'passages'>, characters: number): string {
  return `${source.passages} 段，${count(source.shared)} 字（${share(source.shared, characters)}）`;
}

export function recordWords({ raised, accepted, dismissed }: Pick<FindingRecord, 'raised' | 'accepted' | 'dismissed'>): string {
  const decided = accepted + dismissed;
  if (decided === 0) return `共提出 ${raised} 条，还没有处理过的，误报情况未知。`;
  return `共提出 ${raised} 条，已处理 ${decided} 条：采纳 ${accepted} 条，排除 ${dismissed} 条（误报 ${share(dismissed, decided)}）。`;
}
export function falseAlarms({ accepted, dismissed }: Pick<FindingRecord, 'accepted' | 'dismissed'>): string {
  return accepted + dismissed === 0 ? '—' : share(dismissed, accepted + dismissed);
}

export const actWords: Record<string, string> = {
  answered: '机构说明',
  asked: '要求机构说明',
  accepted: '采纳为证据',
  dismissed: '排除',
  cured: '登记已经补齐',
};

export const isDecided = (state: FindingState): boolean => state === 'accepted' || state === 'dismissed' || state === 'cured';
