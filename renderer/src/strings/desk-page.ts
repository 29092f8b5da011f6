/** Of the printed page at the desk and beside an article. */
export const deskPageStrings = {
  zh: {
    label: '版面图：{{name}}',
    keys: '上下键逐块移动，回车选定，加减号缩放，0 看整版',
    picture: '第 {{number}} 页的图像',
    zoom: '缩放',
    smaller: '缩小',
    larger: '放大',
    fitWidth: '合乎宽度',
    fitPage: '整版',
    asText: '看文字行',
    asPage: '看版面图',
  },
  en: {
    label: 'Printed page: {{name}}',
    keys: 'Up and down go from block to block, Enter chooses, plus and minus zoom, 0 shows the whole page',
    picture: 'Picture of page {{number}}',
    zoom: 'Zoom',
    smaller: 'Smaller',
    larger: 'Larger',
    fitWidth: 'Fit the width',
    fitPage: 'Whole page',
    asText: 'Show its lines',
    asPage: 'Show the printed page',
  },
} as const;
