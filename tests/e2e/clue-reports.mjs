// SPDX-License-Identifier: Apache-2.0
// Two reports of invented plants. The second shows a photo of the first's, cut and compressed again, and quotes the law.
import { readFileSync } from 'node:fs';
import { docx } from './docx.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
// The third is what elsewhere in the story stands for a report.
export const laws = ['安全生产法(2021-06-10)', '危险化学品安全管理条例(2013-12-07)', '安全生产许可证条例(2014-07-29)'].map((name) => `${shared}files/chinese-docs/${name}.docx`);

const photo = (number) => readFileSync(`${shared}images/distinct/${number}.jpg`);

// The first paragraph of an article, without its number.
function article(law, number) {
  const lines = new TextDecoder('gb18030').decode(readFileSync(law.replace(/docx$/, 'txt'))).split(/\r?\n/);
  return lines.find((line) => line.trim().startsWith(`${number} `)).trim().slice(number.length + 1);
}

// In the browser: what stands within `edge` of each side, smaller, and with less of it kept.
async function reworked(page, bytes, edge = 0.06, smaller = 0.85, quality = 0.6) {
  const drawn = await page.evaluate(
    async ([base64, cut, scale, kept]) => {
      const file = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const whole = await createImageBitmap(new Blob([file], { type: 'image/jpeg' }));
      const [width, height] = [whole.width * (1 - 2 * cut), whole.height * (1 - 2 * cut)];
      const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
      canvas.getContext('2d').drawImage(whole, whole.width * cut, whole.height * cut, width, height, 0, 0, canvas.width, canvas.height);
      return { url: canvas.toDataURL('image/jpeg', kept), width: canvas.width, height: canvas.height };
    },
    [bytes.toString('base64'), edge, smaller, quality],
  );
  return { photo: Buffer.from(drawn.url.split(',')[1], 'base64'), width: drawn.width, height: drawn.height };
}

export const kShown = '0005';
const size = { width: 640, height: 480 };

export function reportOfTheMine() {
  return docx('露天矿安全设施验收评价报告.docx', [
    '露天矿安全设施验收评价报告',
    { chapter: '第一章 项目概况' },
    '矿区位于阜康市以东的低山丘陵，采场呈南北向展布，设计三个台阶，排土场在采场西侧的冲沟内，进场道路与矿区专用线在磅房前相接。',
    { chapter: '第二章 评价方法和评价单元' },
    '按采剥、运输、排土、供电和防排水划分单元，逐项用安全检查表核对，对边坡另作稳定性计算。',
    { chapter: '第三章 危险有害因素分析' },
    '台阶坡面有松动岩块，雨后裂隙充水时容易滑落；运输车辆在长下坡路段制动失效是人员伤亡的主要原因，夜间照明不足使避险更困难。',
    { chapter: '第四章 定性定量评价' },
    '边坡在天然状态和饱水状态下的稳定系数都大于规范要求，检查表所列项目除两项外符合要求。',
    { photo: photo('0001'), width: 640, height: 478 },
    { photo: photo(kShown), ...size },
    { chapter: '第五章 事故分析' },
    '类比同类矿山的事故，坍塌和车辆伤害占全部死亡人数的七成以上，发生时间多在交接班前后和降雨以后的两天之内。',
    { chapter: '第六章 安全管理和应急' },
    '矿长和安全管理人员经考核合格，应急救援队伍与邻近矿山签订协议，去年组织过一次边坡坍塌演练并有记录。',
    { chapter: '第七章 安全对策措施' },
    '清理第二台阶南段的浮石，在长下坡路段增设避险车道；排土场坡脚的截水沟应当在汛期以前疏通。',
    { chapter: '第八章 评价结论' },
    '安全设施与主体工程同时建成，整改完成后具备验收条件，可以投入生产。',
  ]);
}

export async function reportOfTheTanks(page) {
  const [safety, chemicals] = laws;
  return docx('罐区扩建项目安全预评价报告.docx', [
    '罐区扩建项目安全预评价报告',
    { chapter: '第一章 概述' },
    '扩建在原罐区北侧进行，新增两座固定顶罐和一座装车栈台，公用工程依托现有设施，消防水由厂区环状管网供给。',
    `《危险化学品安全管理条例》第二十二条规定：“${article(chemicals, '第二十二条')}”本次评价在建设之前进行。`,
    { chapter: '第二章 评价方法和评价单元' },
    '以储存、装车、公用工程和平面布置为单元，采用预先危险性分析，对火灾的热辐射另作计算。',
    { chapter: '第三章 危险有害因素辨识与分析' },
    '新罐投用初期呼吸阀和阻火器容易被施工残留的杂物堵塞，首次进料过快会在罐内产生较强的静电，应当控制流速并静置以后再取样。',
    { photo: photo('0018'), width: 640, height: 480 },
    await reworked(page, photo(kShown)),
    { chapter: '第四章 定性定量评价' },
    '热辐射的影响范围不超过厂区围墙，装车栈台与消防道路之间的距离有富余，平面布置可行。',
    { chapter: '第五章 安全对策措施' },
    `《中华人民共和国安全生产法》第三十六条规定：“${article(safety, '第三十六条')}”液位联锁和可燃气体探测器在投用前逐台试验并作记录。`,
    { chapter: '第六章 评价结论' },
    '采取所列措施以后，扩建项目的风险可以接受，可以开展下一步设计。',
  ]);
}

// Written by one institution, filed again by another under the name of its own plant.
export function reportOfTheAromatics(plant) {
  return docx(`${plant}安全现状评价报告.docx`, [
    `${plant}安全现状评价报告`,
    { chapter: '第一章 概况' },
    `${plant}由四座固定顶罐组成，围堰内地面作了硬化，东南角设有雨水切换阀，阀门手轮涂成红色并挂牌，巡检路线绕罐一周约二百四十米。`,
    { chapter: '第二章 危险有害因素分析' },
    '芳烃蒸气比空气重，无风的夜间容易沿围堰底部聚集，扩散到泵棚一侧时可能被未防爆的临时照明点燃。' +
      '罐底排水阀冬季冻结后用蒸汽吹扫，操作不当会使含油污水带着物料进入雨水系统，下游的明沟没有水封，火焰可能沿沟返回罐区。' +
      '装车鹤管的静电接地夹锈蚀，接触电阻时大时小，司机在车顶走动时摩擦衣物，首次装车前没有静置的要求写入操作规程。' +
      '液位计与高液位开关取自同一根导波管，导波管堵塞时两者同时失灵，操作人员只能凭声音判断罐满，曾有一次冒罐的记录。' +
      '泡沫发生器的玻璃罩破损三处，罐内蒸气长期外逸，既降低了灭火能力，又使罐顶成为爆炸危险环境，检修人员登罐时没有携带检测仪。' +
      '围堰的穿墙管道没有封堵，一座罐破裂时物料会流入相邻的堰区，两座罐同时受到池火灾的烘烤，冷却水量按一座罐计算明显不足。',
    { chapter: '第三章 评价结论' },
    `整改所列问题以后，${plant}具备安全生产条件。`,
  ]);
}
