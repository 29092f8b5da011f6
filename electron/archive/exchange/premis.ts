import { element, type XmlNode, xmlFrame, xmlText } from './xml.ts';

export interface PreservedFile {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  /** Inside the bag. */
  readonly path: string;
}

export interface PreservedEvent {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  /** The journal's word for it. */
  readonly action: string;
  /** Files that it was about. */
  readonly objects: readonly string[];
}

/**
 * PREMIS 3.0: files as objects, the journal as events, who did it as agents, in that order because the schema wants it.
 * Each is text for itself, so that a document of any length is written piece by piece.
 */
export function premisFrame() {
  return xmlFrame(
    element('premis:premis', {
      'xmlns:premis': 'http://www.loc.gov/premis/v3',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd',
      version: '3.0',
    }),
  );
}

export function premisObject({ id, sha256, bytes, mediaType, name, path }: PreservedFile): string {
  return said(
    tag('object', { 'xsi:type': 'premis:file' }, [
      identifier('object', 'UUID', id),
      tag('objectCharacteristics', {}, [
        tag('fixity', {}, [leaf('messageDigestAlgorithm', 'SHA-256'), leaf('messageDigest', sha256)]),
        leaf('size', String(bytes)),
        tag('format', {}, [tag('formatDesignation', {}, [leaf('formatName', mediaType)])]),
      ]),
      leaf('originalName', name),
      tag('storage', {}, [
        tag('contentLocation', {}, [leaf('contentLocationType', 'bag path'), leaf('contentLocationValue', path)]),
      ]),
    ]),
  );
}

export function premisEvent({ id, at, who, action, objects }: PreservedEvent): string {
  return said(
    tag('event', {}, [
      identifier('event', 'UUID', id),
      leaf('eventType', EVENT_TYPES[action] ?? 'metadata modification'),
      leaf('eventDateTime', new Date(at).toISOString()),
      tag('eventDetailInformation', {}, [leaf('eventDetail', action)]),
      tag('linkingAgentIdentifier', {}, [
        leaf('linkingAgentIdentifierType', 'name'),
        leaf('linkingAgentIdentifierValue', who),
      ]),
      ...objects.map((object) =>
        tag('linkingObjectIdentifier', {}, [
          leaf('linkingObjectIdentifierType', 'UUID'),
          leaf('linkingObjectIdentifierValue', object),
        ]),
      ),
    ]),
  );
}

export function premisAgent(who: string): string {
  return said(
    tag('agent', {}, [
      identifier('agent', 'name', who),
      leaf('agentName', who),
      leaf('agentType', who.startsWith('jianbao ') ? 'software' : 'person'),
    ]),
  );
}

/** Words of https://id.loc.gov/vocabulary/preservation/eventType where there is one. */
const EVENT_TYPES: Readonly<Record<string, string>> = {
  'source.import': 'ingestion',
  'source.separate': 'information package splitting',
  'desk.accept': 'accession',
  'desk.accept_clean': 'accession',
  'article.correct': 'modification',
  'article.remove': 'deaccession',
};

function identifier(of: 'object' | 'event' | 'agent', type: string, value: string): XmlNode {
  return tag(`${of}Identifier`, {}, [leaf(`${of}IdentifierType`, type), leaf(`${of}IdentifierValue`, value)]);
}

function tag(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlNode[]): XmlNode {
  return element(`premis:${name}`, attributes, children);
}

function leaf(name: string, value: string): XmlNode {
  return element(`premis:${name}`, {}, value);
}

const said = (node: XmlNode) => `${xmlText(node)}\n`;
