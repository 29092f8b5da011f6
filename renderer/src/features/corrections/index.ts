export { ArticleCorrections } from './article-corrections.tsx';
export { Correcting } from './correcting.tsx';
