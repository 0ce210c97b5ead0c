declare module '*.css';

declare namespace React {
  interface CSSProperties {
    /** Shade of a cell of the confusion matrix, 0 to 1. */
    readonly '--share'?: number;
    /** Colour of a series of a chart. */
    readonly '--series'?: string;
  }
}
