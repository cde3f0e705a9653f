// SPDX-License-Identifier: Apache-2.0
// antd's date picker with its week days in Chinese; every page that asks for a day takes it from here.
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

dayjs.locale('zh-cn');

export { DatePicker } from 'antd';
