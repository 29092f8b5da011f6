/** One way to make a document run a script. `html` calls `jianbaoRan('ID')` if it succeeds. */
export interface Vector {
  readonly id: string;
  readonly family: string;
  readonly html: string;
}

/** What a vector runs. Without quotes of its own, so that it fits into any attribute. */
const CALL = 'jianbaoRan(`ID`)';
/** The same in a frame of its own, where only the window above has the function. */
const CALL_ABOVE = 'top.jianbaoRan(`ID`)';

/** Events that fire by themselves, or when a person moves, clicks or types, by the element on which they do. */
const HANDLERS: Readonly<Record<string, readonly string[]>> = {
  '<img src=x HANDLER>': ['onerror', 'onclick', 'onmouseover', 'onpointerover', 'onmousedown'],
  '<img src=data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw== HANDLER>': ['onload'],
  '<image src=x HANDLER>': ['onerror'],
  '<video src=x HANDLER></video>': ['onerror', 'onloadstart'],
  '<video HANDLER><source src=x></video>': ['onclick', 'onmouseenter'],
  '<video><source src=x HANDLER></video>': ['onerror'],
  '<audio src=x HANDLER></audio>': ['onerror', 'onloadstart'],
  '<svg HANDLER></svg>': ['onload', 'onclick', 'onmouseover'],
  '<svg><g HANDLER></g></svg>': ['onload', 'onclick'],
  '<svg><animate attributeName=x dur=1s HANDLER /></svg>': ['onbegin'],
  '<svg><set attributeName=x dur=1s HANDLER /></svg>': ['onbegin'],
  '<svg><animateTransform attributeName=transform dur=1s HANDLER /></svg>': ['onbegin'],
  '<svg><image href=x HANDLER /></svg>': ['onerror'],
  '<svg><foreignObject><img src=x HANDLER></foreignObject></svg>': ['onerror'],
  '<body HANDLER>': ['onload', 'onpageshow'],
  '<iframe HANDLER></iframe>': ['onload'],
  '<iframe src=data:text/html,x HANDLER></iframe>': ['onload'],
  '<object data=x: HANDLER></object>': ['onerror'],
  '<embed src=data:text/plain,x HANDLER>': ['onload'],
  '<style HANDLER></style>': ['onload'],
  '<link rel=stylesheet href=data:text/css,x HANDLER>': ['onload'],
  '<script src=x: HANDLER></script>': ['onerror'],
  '<input autofocus HANDLER>': ['onfocus', 'onclick', 'onfocusin'],
  '<input value=x HANDLER>': ['onpointerdown', 'onmousemove'],
  '<select autofocus HANDLER></select>': ['onfocus'],
  '<textarea autofocus HANDLER></textarea>': ['onfocus'],
  '<button autofocus HANDLER>x</button>': ['onfocus', 'onclick', 'onpointerup'],
  '<a href=# HANDLER>x</a>': ['onclick', 'onfocus', 'onmouseover', 'onauxclick'],
  '<div contenteditable HANDLER>x</div>': ['onfocus', 'onclick'],
  '<div tabindex=0 HANDLER>x</div>': ['onfocus', 'onmouseover', 'ondblclick', 'oncontextmenu', 'onmouseout', 'onwheel'],
  '<details open HANDLER><summary>x</summary></details>': ['ontoggle'],
  '<marquee HANDLER>x</marquee>': ['onclick', 'onmouseover'],
  '<p HANDLER>x</p>': ['onclick', 'onmouseenter', 'onmouseup', 'onpointerenter'],
  '<table background=x HANDLER><tr><td>x</table>': ['onclick', 'onmouseover'],
  '<custom-element tabindex=1 HANDLER>x</custom-element>': ['onfocus', 'onclick'],
  '<style>@keyframes k{}</style><b style=animation-name:k;animation-duration:1ms HANDLER>x</b>': [
    'onanimationstart',
    'onanimationend',
  ],
  '<div style=content-visibility:auto HANDLER>x</div>': ['oncontentvisibilityautostatechange'],
  '<dialog open HANDLER>x</dialog>': ['onclick'],
  '<label HANDLER>x<input></label>': ['onclick'],
  '<form HANDLER><button>x</button></form>': ['onsubmit'],
  '<form HANDLER><input required><button>x</button></form>': ['onclick'],
  '<math HANDLER><mi>x</mi></math>': ['onclick', 'onmouseover'],
};

/** Addresses that are scripts, where a browser follows an address. */
const ADDRESSES: readonly string[] = [
  '<a href="URL">x</a>',
  '<a target=_self href="URL">x</a>',
  '<svg><a href="URL"><text y=20>x</text></a></svg>',
  '<svg><a xlink:href="URL"><text y=20>x</text></a></svg>',
  '<svg><a><text y=20>x</text><animate attributeName=href values="URL" begin=0s fill=freeze /></a></svg>',
  '<svg><a><text y=20>x</text><set attributeName=href to="URL" begin=0s /></a></svg>',
  '<iframe src="URL"></iframe>',
  '<iframe name=f></iframe><a target=f href="URL">x</a>',
  '<form action="URL"><button>x</button></form>',
  '<form><button formaction="URL">x</button></form>',
  '<form><input type=submit formaction="URL"></form>',
  '<form><input type=image src=x formaction="URL"></form>',
  '<form id=f></form><button form=f formaction="URL">x</button>',
  '<map name=m><area shape=default href="URL">x</area></map><img usemap=#m width=9 height=9 src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">',
  '<object data="URL"></object>',
  '<embed src="URL">',
  '<base href="URL"><a href="">x</a>',
  '<meta http-equiv=refresh content="0;url=URL">',
];
const SPELLINGS: Readonly<Record<string, string>> = {
  plain: `javascript:${CALL}`,
  capitals: `JaVaScRiPt:${CALL}`,
  'tab inside': `java&Tab;script:${CALL}`,
  'line feed inside': `java\nscript:${CALL}`,
  'control before': `&#1;javascript:${CALL}`,
  'all references': `${[...'javascript:'].map((character) => `&#x${character.charCodeAt(0).toString(16)}`).join(';')};${CALL}`,
};

/** Written one by one: script elements, frames with a document inside, and markup that changes its meaning when it is parsed again. */
const WRITTEN: readonly (readonly [family: string, html: string])[] = [
  ['script element', `<script>${CALL}</script>`],
  ['script element', `<SCRIPT/x>${CALL}</SCRIPT >`],
  ['script element', `<script type=module>${CALL}</script>`],
  ['script element', `<script src="data:text/javascript,${CALL}"></script>`],
  ['script element', `<script type=module src="data:text/javascript,${CALL}"></script>`],
  ['script element', `<script type=module>import "data:text/javascript,${CALL}"</script>`],
  ['script element', `<svg><script>${CALL}</script></svg>`],
  ['script element', `<svg><script href="data:text/javascript,${CALL}"></script></svg>`],
  ['script element', `<svg><script>&#106;ianbaoRan(\`ID\`)</script></svg>`],
  ['script element', `<math><annotation-xml encoding="text/html"><script>${CALL}</script></annotation-xml></math>`],
  ['script element', `<scr<script></script>ipt>x</script><script>${CALL}</script>`],
  ['document in an attribute', `<iframe srcdoc="<script>${CALL_ABOVE}</script>"></iframe>`],
  ['document in an attribute', `<iframe srcdoc="&lt;img src=x onerror=${CALL_ABOVE}&gt;"></iframe>`],
  ['document in an attribute', `<iframe srcdoc='<svg onload="${CALL_ABOVE}">'></iframe>`],
  ['document in an attribute', `<iframe srcdoc="<body onload=${CALL_ABOVE}>"></iframe>`],
  [
    'document in an attribute',
    `<iframe srcdoc="&lt;a id=a href='javascript:${CALL_ABOVE}'&gt;&lt;/a&gt;&lt;script&gt;a.click()&lt;/script&gt;"></iframe>`,
  ],
  ['template', `<div><template shadowrootmode=open><img src=x onerror=${CALL}></template></div>`],
  ['template', `<div><template shadowrootmode=open><slot></slot><script>${CALL}</script></template></div>`],
  ['template', `<div><template shadowrootmode=closed><svg onload=${CALL}></svg></template></div>`],
  [
    'namespace confusion',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CALL}&gt;"><img src=x onerror=${CALL}>`,
  ],
  ['namespace confusion', `<svg></p><style><a id="</style><img src=x onerror=${CALL}>">`],
  ['namespace confusion', `<svg><style><img src=x onerror=${CALL}></style></svg>`],
  ['namespace confusion', `<math><style><img src=x onerror=${CALL}></style></math>`],
  ['namespace confusion', `<svg><title><img src=x onerror=${CALL}></title></svg>`],
  ['namespace confusion', `<svg><desc><img src=x onerror=${CALL}></desc></svg>`],
  ['namespace confusion', `<math><mi><img src=x onerror=${CALL}></mi></math>`],
  [
    'namespace confusion',
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${CALL} src>">`,
  ],
  ['namespace confusion', `<svg><![CDATA[><img src=x onerror=${CALL}>]]></svg>`],
  ['namespace confusion', `<svg><p><img src=x onerror=${CALL}></p></svg>`],
  ['namespace confusion', `<math><annotation-xml><p><img src=x onerror=${CALL}></p></annotation-xml></math>`],
  ['broken out of text', `<title></title><img src=x onerror=${CALL}>`],
  ['broken out of text', `<textarea></textarea><img src=x onerror=${CALL}></textarea>`],
  ['broken out of text', `<noscript><p title="</noscript><img src=x onerror=${CALL}>"></noscript>`],
  ['broken out of text', `<xmp><p title="</xmp><img src=x onerror=${CALL}>"></xmp>`],
  ['broken out of text', `<noembed><p title="</noembed><img src=x onerror=${CALL}>"></noembed>`],
  ['broken out of text', `<iframe><p title="</iframe><img src=x onerror=${CALL}>"></iframe>`],
  ['broken out of text', `<style><p title="</style><img src=x onerror=${CALL}>"></style>`],
  ['broken out of text', `<!-- --!><img src=x onerror=${CALL}> -->`],
  ['broken out of text', `<!--><img src=x onerror=${CALL}> -->`],
  ['broken out of text', `<? x><img src=x onerror=${CALL}>`],
  ['broken out of text', `<!x ><img src=x onerror=${CALL}>`],
  ['broken out of text', `</ x><img src=x onerror=${CALL}>`],
  ['spelling of a tag', `<img/src/onerror=${CALL}>`],
  ['spelling of a tag', `<img\nsrc=x\nonerror\n=\n${CALL}>`],
  ['spelling of a tag', `<img src=x onerror=&#106;ianbaoRan(\`ID\`)>`],
  ['spelling of a tag', `<img src="x" onerror="&#x6a;ianbaoRan(&grave;ID&grave;)">`],
  ['spelling of a tag', `<IMG SRC=x OnErRoR=${CALL}>`],
  ['spelling of a tag', `<img src=x x="a>b" onerror='${CALL}'>`],
  ['spelling of a tag', `<img src=x "onerror=${CALL} onerror=${CALL}>`],
  ['spelling of a tag', `<img src=x\f onerror=${CALL}>`],
  ['spelling of a tag', `<<img src=x onerror=${CALL}>`],
  ['spelling of a tag', `<p><b></p><img src=x onerror=${CALL}></b>`],
  ['foster parent', `<table><img src=x onerror=${CALL}></table>`],
  ['foster parent', `<table><tr><svg onload=${CALL}></svg></tr></table>`],
  ['foster parent', `<select><option></select><img src=x onerror=${CALL}>`],
  ['refresh', `<meta http-equiv=refresh content="0;url=data:text/html,<script>${CALL}</script>">`],
  ['clobbering', `<form name=body><img name=cookie></form><img id=createElement src=x onerror=${CALL}>`],
  ['clobbering', `<a id=jianbao></a><a id=jianbao name=archive href="javascript:${CALL}">x</a>`],
];

/** Every vector with an id of its own, on an element that can be told: `data-vector`. */
export const SCRIPT_VECTORS: readonly Vector[] = [
  ...Object.entries(HANDLERS).flatMap(([element, events]) =>
    events.map((event) => ['event handler', element.replace('HANDLER', `data-vector ${event}=${CALL}`)] as const),
  ),
  ...ADDRESSES.map((element) => ['script address', element.replace('URL', SPELLINGS.plain ?? '')] as const),
  ...Object.entries(SPELLINGS)
    .slice(1)
    .flatMap(([, url]) =>
      ADDRESSES.filter((_, index) => index === 0 || index === 6 || index === 9).map(
        (element) => ['spelling of an address', element.replace('URL', url)] as const,
      ),
    ),
  ...WRITTEN,
].map(([family, html], index) => {
  const id = `s${String(index).padStart(3, '0')}`;
  return { id, family, html: html.replaceAll('ID', id) };
});
