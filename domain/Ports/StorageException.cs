namespace Hausmeister.Domain.Ports;

/// <summary>The store cannot be opened, read or written. The message is for people: which file or account, what is wrong, what to do.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
