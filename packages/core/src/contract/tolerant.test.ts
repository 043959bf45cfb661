import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ContractError } from '../errors/ContractError.ts';
import { flag, id, parse, text } from './tolerant.ts';

describe('id', () => {
  it.each([
    ['a', 'a'],
    [0, '0'],
    [20, '20'],
    ['0', '0'],
  ])('reads %j as %j', (input, output) => {
    expect(v.parse(id, input)).toBe(output);
  });

  it.each([[''], [null], [undefined], [true], [{}], [[0]], [Number.NaN]])('refuses %j', (input) => {
    expect(v.safeParse(id, input).success).toBe(false);
  });
});

describe('text', () => {
  it.each([
    ['a', 'a'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [7, ''],
    [{ a: 1 }, ''],
  ])('reads %j as %j', (input, output) => {
    expect(v.parse(text, input)).toBe(output);
  });
});

describe('flag', () => {
  it.each([
    [true, true],
    [false, false],
    ['TRUE', true],
    ['False', false],
    ['yes', null],
    ['', null],
    [1, true],
    ['1', true],
    [0, false],
    [2, null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('reads %j as %j', (input, output) => {
    expect(v.parse(flag, input)).toBe(output);
  });
});

describe('parse', () => {
  const schema = v.looseObject({ list: v.array(v.looseObject({ name: id })) });

  it('gives what the schema reads', () => {
    expect(parse(schema, { list: [{ name: 1 }] }, 'test')).toEqual({ list: [{ name: '1' }] });
  });

  it('names the answer and the path of the field, and not its value', () => {
    const read = () => parse(schema, { list: [{ name: 'a' }, { name: ['secret'] }] }, 'test');
    expect(read).toThrow(ContractError);
    expect(read).toThrow(expect.objectContaining({ field: 'list.1.name', message: 'The test answer has no usable "list.1.name".' }));
  });

  it('says what to check when the answer is no object at all', () => {
    expect(() => parse(schema, '<html>secret</html>', 'test')).toThrow(
      expect.objectContaining({ field: undefined, message: expect.stringMatching(/^The test answer is not a JSON object.*relay\.$/) }),
    );
  });
});
