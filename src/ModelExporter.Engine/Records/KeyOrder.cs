using System.Runtime.CompilerServices;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Remembers which keys came after which, so that a reader can guess the next one: logs write their keys in one order, or few.</summary>
struct KeyOrder(int size)
{
    const int Start = -1;

    Step[] _steps = new Step[size + 1];

    /// <summary>Moves to the next property if it is one that followed this key before. The start of an object counts as key -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryFollow(ref JsonCursor cursor, ref int key)
    {
        ref readonly var step = ref _steps[key - Start];
        if (step.HasUsual && cursor.TryReadExpectedProperty(in step.Usual))
        {
            key = step.UsualKey;
            return true;
        }
        if (!step.HasOther || !cursor.TryReadExpectedProperty(in step.Other)) return false;
        key = step.OtherKey;
        return true;
    }

    /// <summary>Remembers the property that was just read, unless it cannot be told by its lead.</summary>
    public void Learn(int key, int next, in JsonCursor cursor)
    {
        int needed = Math.Max(key, next) - Start + 1;
        if (needed > _steps.Length) Array.Resize(ref _steps, needed * 2);
        if (cursor.TryGetLead(out var lead)) _steps[key - Start].Remember(next, lead);
    }

    /// <summary>Two kinds of record in one log, and a feature that is now and then left out, make two successors.</summary>
    struct Step
    {
        public PropertyLead Usual;
        public PropertyLead Other;
        public int UsualKey;
        public int OtherKey;
        public bool HasUsual;
        public bool HasOther;

        public void Remember(int next, in PropertyLead lead)
        {
            if (HasUsual && UsualKey != next)
            {
                (Other, OtherKey, HasOther) = (lead, next, true);
                return;
            }
            (Usual, UsualKey, HasUsual) = (lead, next, true);
        }
    }
}
