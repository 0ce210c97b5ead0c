/** Groups that hold no text of the document, or text that another group holds too. */
export const UNREAD = new Set(
  (
    'fonttbl colortbl stylesheet info pict objdata objclass objname fldinst nonshppict shprslt ' +
    'listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles ' +
    'datastore bkmkstart bkmkend xe tc tcn txe rxe filetbl pgptbl xmlnstbl mmathPr atnid atnauthor ' +
    'atntime atndate atnref atnparent atnicn htmltag mhtmltag panose falt template datafield ' +
    'formfield wgrffmtfilter ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn keycode sp'
  ).split(' '),
);
/** Groups marked as new (`\*`) that hold text all the same. */
export const READ_IF_NEW = new Set(['shpinst', 'shptxt', 'ud', 'annotation', 'listtext', 'pntext']);
export const MARGINS: Readonly<Record<string, 'page-header' | 'page-footer'>> = {
  header: 'page-header',
  headerf: 'page-header',
  headerl: 'page-header',
  headerr: 'page-header',
  footer: 'page-footer',
  footerf: 'page-footer',
  footerl: 'page-footer',
  footerr: 'page-footer',
};
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Character sets of fonts → code page (RTF 1.9.1, "Font Table"). */
export const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
export const CODE_PAGES: Readonly<Record<number, string>> = {
  437: 'ibm850',
  850: 'ibm850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  65_001: 'utf-8',
};
