// A bundler gives a CommonJS package that is imported when it is needed as its default alone.
export { format, getFormatFromId } from 'numfmt';
