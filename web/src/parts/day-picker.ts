// SPDX-License-Identifier: Apache-2.0
// antd's date picker with its week days in Chinese; every page that asks for a day takes it from here.
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';

dayjs.locale('zh-cn');

export { DatePicker } from 'antd';

// The hour where the platform works, whatever the browser's zone.
export function beijingNow(now = Date.now()): Dayjs {
  return dayjs(new Date(now + 8 * 3_600_000).toISOString().slice(0, 19));
}

// As the API writes a day.
export const day = (date: Dayjs) => date.format('YYYY-MM-DD');

// Fields that were filled, as days: those left empty are not sent.
export function givenDays<Name extends string>(days: Record<Name, Dayjs | null | undefined>): { [name in Name]?: string } {
  const given = Object.entries<Dayjs | null | undefined>(days).filter(([, date]) => date);
  return Object.fromEntries(given.map(([name, date]) => [name, day(date!)])) as { [name in Name]?: string };
}
