import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { createWorker } from 'tesseract.js';
import { json } from './server.ts';
import type { StandIn } from './server.ts';

/** Textract's DetectDocumentText, read by Tesseract: its lines as blocks. Jobs are not here. */
export function textract(): StandIn {
  return async ({ headers, body }) => {
    const target = String(headers['x-amz-target'] ?? '');
    if (!target.startsWith('Textract.')) return undefined;
    if (target !== 'Textract.DetectDocumentText') {
      return json({ __type: 'UnsupportedDocumentException', Message: target }, 400);
    }
    const { Document } = JSON.parse(body.toString('utf8'));
    const require = createRequire(join(process.cwd(), 'package.json'));
    const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
    const worker = await createWorker('eng', 1, {
      langPath: join(data, '4.0.0_best_int'),
      gzip: true,
      cacheMethod: 'none',
    });
    const { data: page } = await worker.recognize(Buffer.from(String(Document.Bytes), 'base64'));
    await worker.terminate();
    const lines = page.text.split('\n').filter((line) => line.trim() !== '');
    const blocks = lines.map((text, index) => ({
      BlockType: 'LINE',
      Id: `line-${index}`,
      Text: text,
      Confidence: page.confidence,
      Geometry: { BoundingBox: { Left: 0.1, Top: index / 50, Width: 0.8, Height: 0.015 } },
    }));
    return json({
      DocumentMetadata: { Pages: 1 },
      Blocks: blocks,
      DetectDocumentTextModelVersion: '1.0',
    });
  };
}
