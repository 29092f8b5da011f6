/** Of the printed page at the desk and beside an article. */
export const deskPageStrings = {
  zh: {
    label: '版面图：{{name}}',
    keys: '上下键逐块移动，Z 放大，Shift+Z 缩小，W 看整版',
    picture: '第 {{number}} 页的图像',
    zoom: '缩放',
    smaller: '缩小版面图',
    larger: '放大版面图',
    fitWidth: '版面图合乎宽度',
    fitPage: '看整版',
    notDrawn: '这份 PDF 有画不出来的页，那里只按原位显示各行文字',
    asText: '看文字行',
    asPage: '看版面图',
  },
  en: {
    label: 'Printed page: {{name}}',
    keys: 'Up and down go from block to block, Z and Shift+Z zoom, W shows the whole page',
    picture: 'Picture of page {{number}}',
    zoom: 'Zoom',
    smaller: 'Printed page smaller',
    larger: 'Printed page larger',
    fitWidth: 'Printed page as wide as its frame',
    fitPage: 'Whole printed page',
    notDrawn: 'A page of this PDF cannot be drawn; its lines are shown where they are printed',
    asText: 'Show its lines',
    asPage: 'Show the printed page',
  },
} as const;
