const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string | null | undefined): text is string {
  return typeof text === 'string' && UUID.test(text);
}
