import type { Definition, Link, Nodes, Root } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { useActs } from '../../app/acts.tsx';
import { openAddress } from '../../app/open-address.ts';
import styles from './note-text.module.css';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const OUTSIDE = /^(?:https?:\/\/|mailto:)/i;
const INSIDE = /^jianbao:\/\//i;

/** Markdown as React text and a few harmless elements; HTML in it is shown as it is written. */
export function Markdown({ source }: { readonly source: string }) {
  const { openOutside } = useActs();
  const tree = useMemo(() => reader.parse(source) as Root, [source]);
  const definitions = new Map(
    tree.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node.url]),
  );

  function children(node: Nodes): ReactNode {
    if (!('children' in node)) return null;
    return node.children.map((child) => <Fragment key={child.position?.start.offset}>{draw(child)}</Fragment>);
  }

  function link(url: string, contents: ReactNode): ReactNode {
    const open = INSIDE.test(url)
      ? () => void openAddress(url)
      : OUTSIDE.test(url)
        ? openOutside && (() => openOutside(url))
        : undefined;
    if (!open) return contents;
    return (
      <a
        href={url}
        className={styles.link}
        title={url}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          open();
        }}
      >
        {contents}
      </a>
    );
  }

  function draw(node: Nodes): ReactNode {
    switch (node.type) {
      case 'text':
      case 'html':
        return node.value;
      case 'paragraph':
        return <p dir="auto">{children(node)}</p>;
      case 'heading':
        return (
          <p className={styles.heading} dir="auto">
            {children(node)}
          </p>
        );
      case 'emphasis':
        return <em>{children(node)}</em>;
      case 'strong':
        return <strong>{children(node)}</strong>;
      case 'delete':
        return <del>{children(node)}</del>;
      case 'inlineCode':
        return <code>{node.value}</code>;
      case 'code':
        return <pre>{node.value}</pre>;
      case 'blockquote':
        return <blockquote>{children(node)}</blockquote>;
      case 'list':
        return node.ordered ? <ol start={node.start ?? 1}>{children(node)}</ol> : <ul>{children(node)}</ul>;
      case 'listItem':
        return (
          <li>
            {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
            {children(node)}
          </li>
        );
      case 'break':
        return <br />;
      case 'thematicBreak':
        return <hr />;
      case 'link':
        return link((node as Link).url, children(node));
      case 'linkReference':
        return link(definitions.get(node.identifier) ?? '', children(node));
      case 'image':
        return link(node.url, node.alt || node.url);
      case 'imageReference':
        return link(definitions.get(node.identifier) ?? '', node.alt || node.identifier);
      case 'table':
        return (
          <table>
            <tbody>{children(node)}</tbody>
          </table>
        );
      case 'tableRow':
        return <tr>{children(node)}</tr>;
      case 'tableCell':
        return <td dir="auto">{children(node)}</td>;
      case 'footnoteReference':
        return `[${node.identifier}]`;
      case 'footnoteDefinition':
        return (
          <div>
            [{node.identifier}] {children(node)}
          </div>
        );
      case 'definition':
      case 'yaml':
        return null;
      default:
        return children(node);
    }
  }

  return <div className={styles.markdown}>{children(tree)}</div>;
}
