// Must be imported before any schema: zod would try to compile its schemas with `new Function`, which the content
// security policy refuses and reports.
import { z } from 'zod';

z.config({ jitless: true });
