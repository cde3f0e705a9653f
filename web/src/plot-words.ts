// SPDX-License-Identifier: Apache-2.0
// What a plot shows, and what numbers that were measured look like there. By detector: forensics says what it plots.

export interface PlotWords {
  expected: string; // of honest numbers
  across: string;
  up: string;
}

const words: Record<string, PlotWords> = {
  'numbers.terminal_digit': {
    expected: '仪器读数的末位，0 到 9 出现的次数应当差不多。柱子比横线高出很多，是这个数字偏多。',
    across: '末位数字',
    up: '出现次数',
  },
  'numbers.digit_pairs': {
    expected: '仪器读数的末两位，每十个里大约有一个是相同的，例如 33、77。比横线低很多，就是太少。',
    across: '末两位数字',
    up: '数值个数',
  },
  'numbers.digit_repeats': {
    expected: '挨着的两个读数，每十对里大约有一对末位数字相同。比横线低很多，就是太少。',
    across: '挨着的两个数值的末位数字',
    up: '对数',
  },
  'numbers.repeated_series': {
    expected: '两处分别测量，数值各有高低，不会一连串都相同，也不会都差同一个数或者都成同一比例。两条线叠在一起的，就是对得上的数值。',
    across: '第几个数值',
    up: '数值',
  },
  'numbers.recompute': {
    expected: '合计、平均值等由表里的数值算出，两个点应当重合，最多差在末位的修约。',
    across: '算不出的结果',
    up: '数值',
  },
  'numbers.mean': {
    expected: '平均值乘以个数，应当等于几个整数相加的结果。两个点应当重合。',
    across: '算不出的平均值',
    up: '数值',
  },
  'numbers.precision': {
    expected: '仪器只能显示分辨力的整数倍，点应当都落在短横线上。',
    across: '第几个数值',
    up: '数值',
  },
  'numbers.variance': {
    expected: '对同一处反复测量，读数会有仪器重复性那么大的出入，点应当在横线上下。全都远低于横线，就是过于一致。',
    across: '第几组读数',
    up: '标准差',
  },
  'prices.like': {
    expected: '价款从低到高排列。方块是本项目，虚线是规则书所说偏低的界线：不高于它的只是偏低，待人核查。',
    across: '同类项目，从低到高，不署名',
    up: '价款（万元）',
  },
  'schedules.site_days': {
    expected: '一个人一天能到的现场有限，柱子不应当连日都高。',
    across: '日期',
    up: '当日现场数',
  },
  'schedules.output': {
    expected: '各人当月签发的份数应当相近。从少到多排列，最右边的点远高于别人的，就是这里说的签字人员。',
    across: '各签字人员，从少到多',
    up: '当月份数',
  },
};

const byKind: Record<string, PlotWords> = {
  bars: { expected: '实际的次数应当与横线相近。', across: '类别', up: '次数' },
  lines: { expected: '两处分别得出的数值，不会一连串都对得上。', across: '第几个数值', up: '数值' },
  points: { expected: '点应当在横线上下。', across: '第几个数值', up: '数值' },
};

export function plotWords(detector: string, kind: string): PlotWords {
  return words[detector] ?? byKind[kind] ?? byKind.points!;
}
